// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/spellings.h"

#include <algorithm>
#include <map>
#include <string>

#include "result/hits.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

constexpr std::uint64_t enough = 20;
constexpr std::size_t most_documents = 300;

class Spellings {
 public:
  Spellings(const Xapian::Database& database, const std::string& language,
            const ProtectedWords& protected_words, const std::vector<KeyTerm>& terms)
      : database_(database), analyzer_(language, protected_words), missing_(terms.size()) {
    for (const KeyTerm& term : terms) counts_[term.form];
  }

  bool done() const { return missing_ == 0; }

  void look_at(Xapian::docid number) {
    const StoredDocument document = stored_document(database_.get_document(number), RecordPart::all);
    count(document.title);
    count(document.body);
  }

  /// The most frequent spelling; of equals the first by its bytes. Empty: none was seen.
  std::string of(const std::string& form) const {
    const Counted& counted = counts_.at(form);
    const auto most = std::max_element(counted.spellings.begin(), counted.spellings.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counted.spellings.end() ? std::string() : most->first;
  }

 private:
  struct Counted {
    std::map<std::string, std::uint64_t> spellings;
    std::uint64_t all = 0;
  };

  void count(const std::string& text) {
    analyzer_.analyze(text, tokens_);
    for (const Token& token : tokens_.tokens()) {
      if (token.kind == TokenKind::compound_part) continue;
      const auto found = counts_.find(schema::bounded_term(schema::prefix::surface, token.surface));
      if (found == counts_.end()) continue;
      ++found->second.spellings[text.substr(token.begin, token.end - token.begin)];
      if (++found->second.all == enough) --missing_;
    }
  }

  const Xapian::Database& database_;
  Analyzer analyzer_;
  AnalyzedText tokens_;
  std::map<std::string, Counted> counts_;
  std::size_t missing_;
};

}  // namespace

void spell(const Xapian::Database& database, const std::vector<Xapian::docid>& documents,
           const ProtectedWords& protected_words, LanguageKeyTerms& terms) {
  Spellings spellings(database, terms.language, protected_words, terms.terms);
  // Spread over all of them, as neighbours are alike.
  const std::size_t step = std::max<std::size_t>(1, documents.size() / most_documents);
  for (std::size_t i = 0; i < documents.size() && !spellings.done(); i += step)
    spellings.look_at(documents[i]);
  for (KeyTerm& term : terms.terms) {
    term.text = spellings.of(term.form);
    if (!term.text.empty()) continue;
    auto posting = database.postlist_begin(term.form);
    for (const auto end = database.postlist_end(term.form); posting != end; ++posting) {
      if (std::binary_search(documents.begin(), documents.end(), *posting)) break;
    }
    if (posting != database.postlist_end(term.form)) spellings.look_at(*posting);
    term.text = spellings.of(term.form);
    if (term.text.empty()) term.text = term.form;
  }
}

}  // namespace nsearch::searcher
