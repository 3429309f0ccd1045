// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/listed_words.h"

#include <unicode/utf8.h>

#include "detection/evidence_tables.h"
#include "detection/letters.h"

namespace nsearch::detection {
namespace {

constexpr std::uint32_t kHashBasis = hash_of({});

// For an ASCII byte the number of the small letter, the apostrophe's, or one of these.
constexpr Letter kNoLetter = 0;
constexpr Letter kCapital = 64;
constexpr Letter kBeyondAscii = 65;

constexpr std::array<Letter, 256> make_bytes() {
  std::array<Letter, 256> bytes{};
  for (unsigned c = 0; c < 26; ++c) {
    bytes['a' + c] = static_cast<Letter>(c + 1);
    bytes['A' + c] = kCapital;
  }
  bytes['\''] = kApostrophe;
  for (std::size_t c = 0x80; c < bytes.size(); ++c) bytes[c] = kBeyondAscii;
  return bytes;
}
constexpr std::array<Letter, 256> kBytes = make_bytes();

class WordCounter {
 public:
  /// Adds the small letters of ASCII that `text` has from `at` on; returns what is behind them. Most of a text is
  /// read here, so the hash stays in a register.
  std::size_t add_small_letters(std::string_view text, std::size_t at) {
    std::uint32_t hash = hash_;
    const std::size_t begin = at;
    for (; at < text.size() && text[at] >= 'a' && text[at] <= 'z'; ++at) {
      hash = (hash ^ static_cast<Letter>(text[at] - 'a' + 1)) * 0x01000193U;
    }
    hash_ = hash;
    letters_ += static_cast<unsigned>(at - begin);
    return at;
  }
  void add(Letter letter) {
    hash_ = (hash_ ^ letter) * 0x01000193U;
    ++letters_;
  }
  void add_capital() {
    capital_ = true;
    ++letters_;
  }
  void end_word() {
    if (letters_ != 0 && !capital_) look_up();
    hash_ = kHashBasis;
    letters_ = 0;
    capital_ = false;
  }
  // An apostrophe belongs to the word that it ends: "l'", "don'".
  void apostrophe() {
    if (letters_ != 0) add(kApostrophe);
    end_word();
  }
  void add_other_script() { ++counts_.other_script_letters; }
  const ListedWords& counts() const { return counts_; }

 private:
  void look_up() {
    ++counts_.words;
    for (std::size_t at = hash_ % kWordSlots; kWordTable[at].hash != 0; at = (at + 1) % kWordSlots)
      if (kWordTable[at].hash == hash_) ++counts_.listed[kWordTable[at].language];
  }

  ListedWords counts_;
  std::uint32_t hash_ = kHashBasis;
  unsigned letters_ = 0;
  bool capital_ = false;
};

// A character beyond ASCII.
void add_character(CharInfo info, WordCounter& counter) {
  switch (info.kind) {
    case CharClass::small:
      counter.add(info.letter);
      break;
    case CharClass::capital:
      counter.add_capital();
      break;
    case CharClass::apostrophe:
      counter.apostrophe();
      break;
    case CharClass::mark:
      break;
    case CharClass::other_script:
      counter.add_other_script();
      [[fallthrough]];
    default:
      counter.end_word();
  }
}

}  // namespace

ListedWords count_listed_words(std::string_view utf8) {
  WordCounter counter;
  const auto size = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t at = 0; at < size;) {
    const Letter letter = kBytes[static_cast<std::uint8_t>(utf8[static_cast<std::size_t>(at)])];
    if (letter == kBeyondAscii) {
      UChar32 c = 0;
      U8_NEXT(utf8.data(), at, size, c);
      add_character(classify(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c)), counter);
      continue;
    }
    if (letter < kApostrophe && letter != kNoLetter) {
      at = static_cast<std::int64_t>(counter.add_small_letters(utf8, static_cast<std::size_t>(at)));
      continue;
    }
    ++at;
    if (letter == kNoLetter) {
      counter.end_word();
    } else if (letter == kCapital) {
      counter.add_capital();
    } else {
      counter.apostrophe();
    }
  }
  counter.end_word();
  return counter.counts();
}

}  // namespace nsearch::detection
