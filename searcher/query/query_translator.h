// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nsearch/query.h"
#include "translate/dictionaries.h"

namespace nsearch::searcher {

/// The translations of a query's words: which language the query may be in, and what its words are in others.
class QueryTranslator {
 public:
  /// `into`: languages to translate into; empty: all. `of_index`: those that documents are in.
  QueryTranslator(Dictionaries& dictionaries, std::vector<std::string> into,
                  const std::vector<std::string>& of_index, const QueryNode& root);

  bool wants(const std::string& language) const;

  /// What a word, or a few side by side, are in `language`; shares add up to 1 at most.
  std::vector<Translation> whole(std::string_view text, const std::string& language);

  /// Words side by side, where they are one headword (more than one content word or a stop word inside).
  std::vector<Translation> several(std::string_view text, const std::string& language);

  /// A compound's parts, each with what it is in `language`; nothing where a part has no translation.
  std::vector<std::vector<Translation>> parts(std::string_view text, const std::string& language);

  /// Whether a dictionary has this very form of a word, and what it is in `language`.
  bool has_form(std::string_view text, const std::string& language);

  /// Whether a word that no dictionary has may be one of another language than this, and no name.
  bool may_be_translated(std::string_view text, const std::string& language);

 private:
  void weigh_languages(const std::vector<std::string>& of_index);
  double known_words(const std::string& language);
  bool is_name(std::string_view text, const std::string& language) const;

  Dictionaries& dictionaries_;
  std::vector<std::string> into_;
  std::vector<std::string> words_;  ///< of the query
  std::size_t capitals_ = 0;        ///< of these, after the first
  std::vector<std::pair<std::string, double>> languages_;
};

}  // namespace nsearch::searcher
