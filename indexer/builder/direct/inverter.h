// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "builder/direct/run_terms.h"
#include "document_postings.h"

namespace nsearch::indexer::direct {

/// A term of a run, and where its record begins.
struct RunSample {
  std::string term;
  std::uint64_t offset = 0;
};

/// The postings of a run of documents, ordered by term: for each term a record (see run_record.h).
struct SortedRun {
  std::string records;
  std::vector<RunSample> samples;  ///< the first record, then one every some thousand bytes
};

/// Inverts documents: postings are encoded as they come, in the order of documents, and put into the order of
/// terms by one counting sort at the end of the run. Not thread-safe; memory is kept from run to run.
class Inverter {
 public:
  /// Documents ascend. Throws Error(internal) on a term that can't be indexed.
  void add(std::uint32_t document, const DocumentPostings& postings);

  /// Ends the run; the next document begins another.
  SortedRun finish();

 private:
  struct Posting {
    std::uint32_t term;
    std::uint32_t size;  // of its bytes in the log
  };

  RunTerms terms_;
  std::vector<Posting> postings_;  // in the order of documents
  std::string log_;                // their bytes
  std::vector<std::uint64_t> next_;
};

}  // namespace nsearch::indexer::direct
