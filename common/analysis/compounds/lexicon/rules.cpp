// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/compounds/lexicon/rules.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "analysis/compounds/compound_model.h"
#include "analysis/utf8.h"

namespace nsearch::analysis {
namespace {

std::pair<std::string, int> with_number(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == word.npos) throw std::runtime_error("\"" + word + "\" lacks its =NUMBER");
  return {word.substr(0, equals), std::stoi(word.substr(equals + 1))};
}

void add_word(Rules& rules, const std::string& key, const std::string& word) {
  if (key == "linkers") {
    const auto [letters, cost] = with_number(word);
    rules.linkers.push_back({letters, cost});
  } else if (key == "further" || key == "further first") {
    const auto [part, count] = with_number(word);
    (key == "further" ? rules.further : rules.further_first)[plain(part)] = count;
  } else if (key == "short") {
    rules.short_parts.insert(plain(word));
  } else if (key == "prefixes") {
    rules.prefixes.insert(plain(word));
  } else if (key == "never first") {
    rules.never_first.insert(plain(word));
  } else if (key == "never last") {
    rules.never_last.insert(plain(word));
  } else if (key == "lexicalised") {
    rules.lexicalised = std::stoi(word);
  } else if (key == "capitals" && word == "nouns") {
    rules.capitals = true;
  } else if (key == "whole") {
    rules.whole.insert(plain(word));
  } else {
    throw std::runtime_error("there is no list \"" + key + "\"");
  }
}

}  // namespace

std::string plain(std::string_view utf8) {
  std::string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode(utf8, at);
    at += next.length;
    if (next.value == 0xDF) {
      letters += "ss";
      continue;
    }
    const char letter = next.value < 0 ? '\0' : plain_letter(static_cast<std::uint32_t>(next.value));
    if (letter == '\0') return {};
    letters.push_back(letter);
  }
  return letters;
}

Rules read_rules(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": can't be read");
  Rules rules;
  rules.linkers.push_back({"", 0});
  std::string line, key;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(':');
    if (colon != line.npos) key = line.substr(0, colon);
    std::istringstream words(colon == line.npos ? line : line.substr(colon + 1));
    try {
      for (std::string word; words >> word;) add_word(rules, key, word);
    } catch (const std::exception& error) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  return rules;
}

}  // namespace nsearch::analysis
