// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace nsearch::analysis {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;
using TextNumbers = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;

/// What a person has to tell about a language: data/compounds/CODE.rules.
struct Rules {
  struct NamedLinker {
    std::string letters;
    int cost;  ///< in bits
  };

  std::vector<NamedLinker> linkers;  ///< the first is empty
  TextSet short_parts;               ///< the only parts of fewer than four letters
  TextSet prefixes;                  ///< what they begin is derived from the rest, where that is a word
  TextSet never_first, never_last;
  int lexicalised = 0;        ///< in bits: a word that costs less as a part of others is not split itself
  bool capitals = false;      ///< nouns are capitalised: words with a capital may be parts
  TextSet whole;              ///< never split, nor with an ending
  TextNumbers further_first;  ///< the same of forms that end no compound
  TextNumbers further;        ///< parts that the dictionary lacks or has too rarely: how often to count them
};

/// Throws std::runtime_error naming the line.
Rules read_rules(const std::string& path);

/// In plain letters (compound_model.h), ß as ss; empty where a letter has none.
std::string plain(std::string_view utf8);

}  // namespace nsearch::analysis
