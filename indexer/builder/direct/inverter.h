// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "builder/direct/document_lists.h"
#include "builder/direct/run_terms.h"
#include "builder/glass/term_list.h"
#include "document_postings.h"

namespace nsearch::indexer::direct {

/// A term of a run by its first bytes (see TermKey), and where its record begins.
struct RunSample {
  std::uint64_t first = 0, second = 0;
  std::uint64_t offset = 0;
};

/// From one sample to the next there are so many bytes at least.
inline constexpr std::size_t bytes_between_samples = 32 << 10;

/// The postings of a run of documents, ordered by term: for each term a record (see record_head.h).
struct SortedRun {
  std::string records;
  std::vector<RunSample> samples;  ///< the first record, then one every some thousand bytes
};

/// Inverts documents: postings are encoded as they come, in the order of documents, and put into the order of
/// terms by one counting sort at the end of the run. Only there terms are compared: another counting sort gives
/// each document's terms in order. Not thread-safe; memory is kept from run to run.
class Inverter {
 public:
  /// Documents ascend. Throws Error(internal) on a term that can't be indexed.
  void add(std::uint32_t document, const DocumentPostings& postings);

  /// Ends the run; the next document begins another.
  SortedRun finish();

  /// The terms, ordered, of the `document`th document (from 0) of the run that ended last; until the next add().
  void read_terms(std::uint32_t document, std::vector<glass::ListedTerm>& out) const;

 private:
  struct Posting {
    std::uint32_t term;  // its number
    std::uint32_t size;  // of its bytes in the log
    std::uint32_t wdf;
  };

  /// Where a term's next posting goes: in the records, and in the lists.
  struct Place {
    std::uint64_t record = 0, list = 0;
  };

  char* room(std::size_t bytes);
  void log_positions(std::span<const std::uint32_t> positions);
  void rank_terms(SortedRun& run);
  void scatter(std::string& records);

  RunTerms terms_;
  std::vector<Posting> postings_;     // in the order of documents
  std::vector<std::uint32_t> sizes_;  // of each document, in postings
  std::string log_;                   // the postings' bytes, and room for more
  std::size_t log_size_ = 0;          // of it that is used
  std::string encoded_;               // positions

  // Of the run that ended last.
  std::vector<Place> places_;             // by a term's number
  std::vector<std::uint32_t> documents_;  // by rank: how many have the term
  std::string texts_;                     // of the terms, in their order
  std::vector<std::uint32_t> text_ends_;  // by rank
  DocumentLists lists_;
};

}  // namespace nsearch::indexer::direct
