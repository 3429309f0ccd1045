// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document_postings.h"
#include "document_terms.h"
#include "nsearch/document.h"
#include "nsearch/index_writer.h"

namespace nsearch::indexer {

/// A document ready to be built.
struct PreparedDocument {
  DocumentPostings postings;
  std::string note;         ///< what the user should know; mostly empty
  bool overridden = false;  ///< a reliable detection contradicted the declared language
};

/// Why a document can't be indexed; empty: it can.
std::string reason_to_reject(const Document& document);

/// Throws Error(usage) on a forced or candidate language that nsearch has no analysis for, an unknown
/// builder and too little memory, and gives the options with their languages reduced to codes ("nl-BE" -> "nl").
WriterOptions checked(WriterOptions options);

/// Decides the languages of a document and its passages and makes its postings. Not thread-safe: one for each
/// thread.
class DocumentPreparer {
 public:
  /// `options`: as checked() gives them.
  /// `protected_words`: the index's.
  explicit DocumentPreparer(const WriterOptions& options, const ProtectedWords& protected_words = {})
      : options_(options), terms_(protected_words) {}

  /// `document` is one that reason_to_reject() has nothing against, with its id set. Its language, taken as
  /// declared, is decided here, unless it has spans: then that was done before. Its `modified` is set. `out` is
  /// overwritten.
  void prepare(StoredDocument& document, std::string_view digest, std::int64_t modified,
               PreparedDocument& out);

 private:
  void choose(StoredDocument& document, PreparedDocument& out);

  WriterOptions options_;
  DocumentTerms terms_;
  std::string detection_text_;
};

}  // namespace nsearch::indexer
