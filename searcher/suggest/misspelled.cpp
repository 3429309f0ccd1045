// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest/misspelled.h"

#include <algorithm>

#include "nsearch/analyzer.h"
#include "query/fuzzy.h"
#include "query/word_expansion.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t most_words = 4;      // that are looked at
constexpr std::size_t most_meant = 4;      // forms a word
constexpr std::size_t short_word = 4;      // bytes: one letter may differ in words up to this length
constexpr std::size_t least_letters = 3;   // bytes
constexpr Xapian::doccount far_more = 10;  // times

class Finder {
 public:
  Finder(const std::string& query, const Xapian::Database& database)
      : query_(query), database_(database), neutral_("und") {}

  void visit(const QueryNode& node) {
    if (node.kind == QueryKind::negation || node.kind == QueryKind::excluded || node.kind == QueryKind::field)
      return;
    if (node.kind == QueryKind::word || node.kind == QueryKind::phrase) {
      if (!node.pattern && node.edits == 0 && !node.exact) add(node);
      return;
    }
    for (const QueryNode& child : node.children) visit(child);
  }

  std::vector<DoubtfulWord> doubtful() {
    // A named part of a query may be met twice, and before what stands before it.
    const auto before = [](const DoubtfulWord& a, const DoubtfulWord& b) { return a.begin < b.begin; };
    const auto same = [](const DoubtfulWord& a, const DoubtfulWord& b) { return a.begin == b.begin; };
    std::sort(words_.begin(), words_.end(), before);
    words_.erase(std::unique(words_.begin(), words_.end(), same), words_.end());
    std::vector<DoubtfulWord> unknown;
    for (DoubtfulWord& word : words_) {
      if (word.documents > 0 || unknown.size() == most_words) continue;
      word.meant = similar(word, 1);
      if (word.meant.empty() && word.surface.size() > short_word) word.meant = similar(word, 2);
      if (!word.meant.empty()) unknown.push_back(word);
    }
    if (unknown.empty()) unknown = rare();
    for (DoubtfulWord& word : unknown)
      for (ExpandedForm& form : word.meant) form.form = as_written(form);
    return unknown;
  }

 private:
  void add(const QueryNode& node) {
    const std::size_t at = query_.find(node.text, node.begin);
    if (node.text.empty() || at == query_.npos || at + node.text.size() > node.end) return;  // escaped
    neutral_.analyze(node.text, text_);
    for (const Token& token : text_.tokens()) {
      if (token.kind != TokenKind::word || token.surface.size() < least_letters) continue;
      DoubtfulWord word{at + token.begin, at + token.end, std::string(token.surface), 0, {}};
      word.documents = database_.get_termfreq(schema::bounded_term(schema::prefix::surface, word.surface));
      words_.push_back(std::move(word));
    }
  }

  std::vector<ExpandedForm> similar(const DoubtfulWord& word, unsigned edits) const {
    Expansion expansion(most_meant + 1);
    expand(word.surface, edits, database_, schema::prefix::surface, expansion);
    std::vector<ExpandedForm> forms = expansion.take();
    std::erase_if(forms, [](const ExpandedForm& form) { return form.edits == 0; });
    return forms;
  }

  /// The spelling, accents included, that most documents with this form have.
  std::string as_written(const ExpandedForm& form) {
    std::string most = form.form;
    Xapian::doccount documents = form.documents / 2;
    for (const std::string& spelling : spellings_.spellings(database_, form.form)) {
      const Xapian::doccount with_it =
          database_.get_termfreq(schema::bounded_term(schema::prefix::exact, spelling));
      if (with_it <= documents) continue;
      most = spelling;
      documents = with_it;
    }
    return most;
  }

  std::vector<DoubtfulWord> rare() {
    std::vector<DoubtfulWord> by_rarity = words_;
    std::stable_sort(by_rarity.begin(), by_rarity.end(),
                     [](const DoubtfulWord& a, const DoubtfulWord& b) { return a.documents < b.documents; });
    std::vector<DoubtfulWord> found;
    for (std::size_t i = 0; i < std::min(by_rarity.size(), most_words / 2); ++i) {
      DoubtfulWord& word = by_rarity[i];
      if (word.documents == 0) continue;  // nothing is like it
      word.meant = similar(word, 1);
      std::erase_if(word.meant,
                    [&](const ExpandedForm& form) { return form.documents / far_more < word.documents; });
      if (!word.meant.empty()) found.push_back(word);
    }
    std::sort(found.begin(), found.end(),
              [](const DoubtfulWord& a, const DoubtfulWord& b) { return a.begin < b.begin; });
    return found;
  }

  const std::string& query_;
  const Xapian::Database& database_;
  Analyzer neutral_;
  AnalyzedText text_;
  WordExpansion spellings_;
  std::vector<DoubtfulWord> words_;
};

}  // namespace

std::vector<DoubtfulWord> doubtful_words(const std::string& query, const QueryNode& root,
                                         const Xapian::Database& database) {
  Finder finder(query, database);
  finder.visit(root);
  return finder.doubtful();
}

}  // namespace nsearch::searcher
