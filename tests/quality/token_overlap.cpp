// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/token_overlap.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace nsearch::quality {
namespace {

bool stands_alone(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3041 && c <= 0x30FF);
}

bool is_word_character(UChar32 c) {
  return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

void append(std::string& word, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  word.append(bytes, static_cast<std::size_t>(size));
}

template <typename Take>
void for_each_word(std::string_view text, Take&& take) {
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) take(word);
    word.clear();
  };
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c < 0 || !is_word_character(c)) {
      end_word();
    } else if (stands_alone(c)) {
      end_word();
      append(word, c);
      end_word();
    } else {
      append(word, u_foldCase(c, U_FOLD_CASE_DEFAULT));
    }
  }
  end_word();
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double TokenOverlap::precision() const {
  return share(common, found);
}

double TokenOverlap::recall() const {
  return share(common, expected);
}

double TokenOverlap::f1() const {
  return expected + found == 0 ? 1 : share(2 * common, expected + found);
}

TokenOverlap token_overlap(std::string_view expected, std::string_view found) {
  TokenOverlap overlap;
  std::unordered_map<std::string, std::size_t> left;
  for_each_word(expected, [&](const std::string& word) {
    ++overlap.expected;
    ++left[word];
  });
  for_each_word(found, [&](const std::string& word) {
    ++overlap.found;
    const auto at = left.find(word);
    if (at == left.end() || at->second == 0) return;
    --at->second;
    ++overlap.common;
  });
  return overlap;
}

}  // namespace nsearch::quality
