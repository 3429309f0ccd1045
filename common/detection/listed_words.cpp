// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/listed_words.h"

#include <unicode/utf8.h>

#include <array>
#include <cstring>
#include <span>

#include "byte_scan.h"
#include "detection/letters.h"
#include "detection/listed_word_table.h"
#include "prefetch.h"

namespace nsearch::detection {
namespace {

// What no word goes on with: spaces, digits, punctuation but for apostrophes.
constexpr std::array<bool, 256> make_ends() {
  std::array<bool, 256> ends{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    ends[c] = !is_ascii_letter(static_cast<char>(c)) && c != '\'' && c != '`';
  }
  return ends;
}
constexpr std::array<bool, 256> kEnds = make_ends();

bool ends_word(char c) {
  return kEnds[static_cast<std::uint8_t>(c)];
}

/// The numbers of the first `size` of the sixteen bytes at `bytes`, which are small letters of ASCII: of such a byte
/// the lower five bits.
Block ascii_letters(const char* bytes, std::size_t size) {
  constexpr std::uint64_t kFiveBits = 0x1F1F1F1F1F1F1F1FU;
  const Block block = load_block(bytes, size);
  return {block.low & kFiveBits, block.high & kFiveBits};
}

/// Eight bits as eight bytes, each 0 or 1.
constexpr std::array<std::uint64_t, 256> make_spread_bits() {
  std::array<std::uint64_t, 256> spread{};
  for (std::size_t bits = 0; bits < spread.size(); ++bits)
    for (unsigned i = 0; i < 8; ++i)
      if ((bits >> i & 1U) != 0) spread[bits] |= std::uint64_t{1} << (8 * i);
  return spread;
}
constexpr std::array<std::uint64_t, 256> kSpreadBits = make_spread_bits();

class WordCounter {
 public:
  /// A word that is no name. It is looked up some words later: the table is larger than the fastest cache, so its
  /// slot is asked for first.
  void add(Block letters) {
    const std::uint64_t hash = listed_word_hash(letters);
    prefetch(&kListedWordTable[hash % kListedWordSlots]);
    hashes_[waiting_++] = hash;
    if (waiting_ == hashes_.size()) look_up();
  }
  void add_other_script() { ++counts_.other_script_letters; }
  const ListedWords& counts() {
    look_up();
    flush();
    return counts_;
  }

 private:
  /// The one branch is nearly always foretold: nothing asks whether the word is listed, which nobody can foretell.
  void look_up() {
    for (const std::uint64_t hash : std::span(hashes_).first(waiting_)) {
      std::size_t at = hash % kListedWordSlots;
      const ListedWordSlot* slot = &kListedWordTable[at];
      while (((slot->lists != 0) & (slot->tag != tag_of(hash))) != 0) {
        at = (at + 1) % kListedWordSlots;
        slot = &kListedWordTable[at];
      }
      first_lists_ += kSpreadBits[slot->lists & 0xFFU];
      last_lists_ += kSpreadBits[slot->lists >> 8U];
    }
    counts_.words += waiting_;
    unflushed_ += waiting_;
    waiting_ = 0;
    if (unflushed_ + hashes_.size() > 255) flush();
  }
  void flush() {
    for (std::size_t i = 0; i < kEvidenceLanguages; ++i)
      counts_.listed[i] += (i < 8 ? first_lists_ >> 8 * i : last_lists_ >> 8 * (i - 8)) & 0xFFU;
    first_lists_ = last_lists_ = 0;
    unflushed_ = 0;
  }

  ListedWords counts_;
  std::array<std::uint64_t, 16> hashes_;  // of words to be looked up
  unsigned waiting_ = 0;
  std::uint64_t first_lists_ = 0, last_lists_ = 0;  // a byte for each list
  unsigned unflushed_ = 0;                          // words since those bytes were zero
};

/// Collects a word of whatever letters.
class WordBuilder {
 public:
  void add(Letter letter) {
    if (size_ < block_bytes) letters_[size_] = static_cast<char>(letter);
    ++size_;
  }
  /// `count` small letters of ASCII, at most sixteen, at `bytes`, where sixteen may be read.
  void add_ascii(const char* bytes, std::size_t count) {
    if (size_ < block_bytes) {
      const Block block = ascii_letters(bytes, count);
      std::memcpy(letters_.data() + size_, &block, block_bytes);
    }
    size_ += count;
  }
  void add_capital() {
    capital_ = true;
    ++size_;
  }
  bool empty() const { return size_ == 0; }
  void end(WordCounter& counter) const {
    if (size_ != 0 && !capital_) counter.add(load_block(letters_.data(), block_bytes));
  }

 private:
  std::array<char, 2 * block_bytes> letters_{};  // as many as a Block holds, and room behind them
  std::size_t size_ = 0;
  bool capital_ = false;
};

/// Adds the character at `at`, goes behind it. False: it ended the word.
bool add_character(std::string_view text, std::size_t& at, WordBuilder& word, WordCounter& counter) {
  auto next = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(text.data(), next, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(next);
  const CharInfo info = classify(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  switch (info.kind) {
    case CharClass::small:
      word.add(info.letter);
      return true;
    case CharClass::capital:
      word.add_capital();
      return true;
    case CharClass::mark:
      return true;
    case CharClass::apostrophe:  // belongs to the word that it ends: "l'", "don'"
      if (!word.empty()) word.add(kApostrophe);
      return false;
    case CharClass::other_script:
      counter.add_other_script();
      return false;
    default:
      return false;
  }
}

/// Counts the word at `at`, if there is any; returns what is behind it and the character that ended it.
std::size_t count_word(std::string_view text, std::size_t at, WordCounter& counter) {
  WordBuilder word;
  while (at < text.size() && add_character(text, at, word, counter)) {
  }
  word.end(counter);
  return at;
}

/// The same where sixteen bytes at least follow on the character that ends the word.
std::size_t count_inner_word(std::string_view text, std::size_t at, WordCounter& counter) {
  WordBuilder word;
  for (bool more = true; more;) {
    const std::size_t run = small_letters(text.data() + at);
    word.add_ascii(text.data() + at, run);
    at += run;
    if (ends_word(text[at])) {
      ++at;
      break;
    }
    more = add_character(text, at, word, counter);
  }
  word.end(counter);
  return at;
}

/// Counts the words of what ends at `end`, with a character that ends a word and has sixteen bytes behind it.
void count_inner_words(std::string_view text, std::size_t end, WordCounter& counter) {
  // Most words are small letters of ASCII between two other characters of ASCII.
  for (std::size_t at = 0; at < end;) {
    const char* const bytes = text.data() + at;
    const std::size_t size = small_letters(bytes);
    if (ends_word(bytes[size])) {
      if (size != 0) counter.add(ascii_letters(bytes, size));
      at += size + 1;
    } else {
      at = count_inner_word(text, at, counter);
    }
  }
}

/// Counts the words of the text's end, with spaces behind them so that they are inner words too.
void count_last_words(std::string_view text, WordCounter& counter) {
  constexpr std::size_t longest = 4 * block_bytes;
  std::array<char, longest + 1 + block_bytes> padded;
  if (text.size() > longest) {
    for (std::size_t at = 0; at < text.size();) at = count_word(text, at, counter);
    return;
  }
  padded.fill(' ');
  text.copy(padded.data(), text.size());
  count_inner_words({padded.data(), padded.size()}, text.size() + 1, counter);
}

}  // namespace

ListedWords count_listed_words(std::string_view utf8) {
  WordCounter counter;
  std::size_t inner = utf8.size() < block_bytes ? 0 : utf8.size() - block_bytes;
  while (inner != 0 && !ends_word(utf8[inner - 1])) --inner;
  count_inner_words(utf8, inner, counter);
  count_last_words(utf8.substr(inner), counter);
  return counter.counts();
}

}  // namespace nsearch::detection
