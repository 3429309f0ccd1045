// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/ubrk.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/character_class.h"

namespace nsearch::analysis {

/// Finds the words in a run of Chinese, Japanese, Thai, Lao, Khmer or Burmese, by ICU's word break iterator
/// and its dictionaries. Remembers the words of the last run.
class DictionaryBreaker {
 public:
  struct Word {
    std::uint32_t begin;
    std::uint32_t end;
  };

  DictionaryBreaker();
  ~DictionaryBreaker();
  DictionaryBreaker(const DictionaryBreaker&) = delete;
  DictionaryBreaker& operator=(const DictionaryBreaker&) = delete;

  void forget();
  void find_words(std::string_view text, std::uint32_t begin, std::uint32_t end);

  /// Whether `at` lies in the run that was looked at last.
  bool covers(std::uint32_t at) const { return begin_ <= at && at < end_; }
  std::uint32_t end() const { return end_; }
  /// The first word at or after `at` in that run; nullptr: none.
  const Word* word_from(std::uint32_t at) const;

 private:
  void fill_window(std::string_view text, std::uint32_t from);
  std::uint32_t take_words(std::string_view text);
  void add_word(std::string_view text, std::uint32_t begin, std::uint32_t end);

  UBreakIterator* iterator_ = nullptr;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::vector<Word> words_;
  std::u16string units_;                // the window that the iterator sees
  std::vector<std::uint32_t> offsets_;  // of each unit in the text, and of the window's end
};

}  // namespace nsearch::analysis
