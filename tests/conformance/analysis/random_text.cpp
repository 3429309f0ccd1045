// SPDX-License-Identifier: GPL-2.0-or-later
#include "random_text.h"

#include <iterator>

#include "analysis/utf8.h"

namespace nsearch::test {
namespace {

constexpr const char* words[] = {
    "l",        "d",        "qu",      "OpenAI", "IA",    "été",    "e\u0301te\u0301",
    "s",        "S",        "aujourd", "hui",    "don",   "t",      "U",
    "J",        "R",        "D",       "V3",     "1",     "000",    "2025",
    "13",       "86",       "007",     "Straße", "œuvre", "İ",      "ısı",
    "ŀl",       "col",      "lecció",  "ёлка",   "ДОМ",   "об",     "єкт",
    "ΑΘΉΝΑΣ",   "שלום",     "צה",      "محمد",   "١٢٣",   "中国人", "東京",
    "カタカナ", "か\u3099", "ภาษาไทย", "한국어", "हिन्दी", "தமிழ்",   "ﬁn",
    "Ⅷ",        "㎏",       "ª",       "ǅ",      "𝐀bc",   "１２",   "ＡＢ",
    "z",        "zo",       "n",       "ng",
};

constexpr const char* between[] = {
    " ",  " ",      " ",      " ",      "\n",     "\n\n",   ". ",     "! ",     ", ",     "'",      "’", "ʼ",
    "`",  "-",      "‐",      "–",      ".",      ",",      ":",      "/",      "&",      "_",      "·", "@",
    "\"", "\u00A0", "\u202F", "\u00AD", "\u200B", "\u200D", "\uFEFF", "\u0301", "…",      "—",      "״", "--",
    "''", "\t",     "(",      ") ",     "»",      "\r\n",   "\u2029", "\u0308", "\u20E3", "\uFE0F", "",  "",
};

constexpr std::int32_t blocks[][2] = {
    {0x20, 0x7E},     {0xA0, 0x24F},    {0x250, 0x36F},   {0x370, 0x52F},   {0x530, 0x6FF},
    {0x700, 0xDFF},   {0xE00, 0x109F},  {0x10A0, 0x1DFF}, {0x1E00, 0x1FFF}, {0x2000, 0x2BFF},
    {0x2E80, 0x33FF}, {0xA000, 0xABFF}, {0xFB00, 0xFEFF}, {0xFF00, 0xFFEF}, {0x10000, 0x1FFFF},
};

}  // namespace

std::int32_t RandomText::character() {
  const auto& block = blocks[below(std::size(blocks))];
  return block[0] + static_cast<std::int32_t>(below(static_cast<std::uint32_t>(block[1] - block[0] + 1)));
}

std::string RandomText::word() {
  std::string made;
  const std::uint32_t length = 1 + below(6);
  for (std::uint32_t i = 0; i < length; ++i) analysis::append_utf8(character(), made);
  return made;
}

std::string RandomText::piece(bool malformed) {
  if (malformed && below(8) == 0) {
    std::string bytes;
    for (std::uint32_t i = 0; i <= below(4); ++i) bytes.push_back(static_cast<char>(below(256)));
    return bytes;
  }
  if (below(4) == 0) return word();
  return words[below(std::size(words))];
}

std::string RandomText::text(std::size_t pieces, bool malformed) {
  std::string made;
  for (std::size_t i = 0; i < pieces; ++i) {
    made += piece(malformed);
    made += between[below(std::size(between))];
  }
  return made;
}

}  // namespace nsearch::test
