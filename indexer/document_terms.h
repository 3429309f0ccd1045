// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "document_postings.h"
#include "nsearch/analyzer.h"
#include "nsearch/document.h"
#include "resemblance/fold_signature.h"
#include "storage/index_schema.h"
#include "term_table.h"

namespace nsearch::indexer {

/// Makes a document's postings: analysis, terms, values, stored record. With document_fields.h the only place
/// that decides which terms a document has (storage/index_schema.h). Holds analyzers and buffers: not
/// thread-safe, one for each thread.
class DocumentTerms {
 public:
  explicit DocumentTerms(const ProtectedWords& protected_words = {}) : protected_words_(protected_words) {}

  /// `document` has its id, a body, and its language; spans cover the body. `digest`: see content_digest().
  /// `out` is overwritten (its memory reused). Linear in the text, but for one sort of the document's terms.
  void make(const StoredDocument& document, std::string_view digest, DocumentPostings& out);

 private:
  enum class Part { title, body };
  struct Passage;
  struct PassageEnd;

  void add_signature(DocumentPostings& out);
  Analyzer& analyzer(const std::string& language);
  std::uint32_t add_title(const StoredDocument& document);
  void add_body(const StoredDocument& document, std::uint32_t first_position);
  PassageEnd add_passage(const Passage& passage);
  void add_token(const Token& token, const Passage& passage, std::uint32_t position);
  void add_language_term(std::string_view prefix, std::string_view language, std::string_view stem);
  void add_prefixed(std::string_view prefix, std::string_view text);

  const ProtectedWords protected_words_;
  std::map<std::string, Analyzer> analyzers_;
  AnalyzedText text_;
  TermTable terms_;
  resemblance::FoldSigner signer_;
  std::array<char, schema::max_term_bytes> term_;
  std::uint32_t lead_end_ = 0;  ///< the first position behind the lead
};

}  // namespace nsearch::indexer
