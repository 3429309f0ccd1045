// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "oracle/collection.h"
#include "oracle/random.h"

namespace oracle {

/// The words that queries are made of: those of the documents, and what people make of them.
class Vocabulary {
 public:
  Vocabulary(const Collection& collection, Random& random);

  /// Turns to another place of another document: words and phrases come from around it, so that they meet.
  void turn();

  std::string word();
  std::string phrase();  ///< one to four words as they stand in the documents, or nearly so

 private:
  using Words = std::vector<std::string>;

  std::string any_word();
  const std::string& here();
  std::string inflected(const std::string& word);
  std::string misspelt_accents(std::string word);
  std::string run(std::size_t length);

  Random& random_;
  std::vector<Words> texts_;  ///< the words of each document, in order, as written
  Words frequent_, rare_, numbers_, joined_, stop_words_, parts_;
  std::unordered_map<std::string, Words> family_;  ///< the forms of the documents, by stem
  std::unordered_map<std::string, std::string> stem_;
  std::size_t text_ = 0, place_ = 0;
};

}  // namespace oracle
