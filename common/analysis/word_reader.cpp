// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_reader.h"

#include <array>

#include "analysis/elision.h"
#include "analysis/numbers.h"
#include "analysis/utf8.h"
#include "byte_scan.h"

namespace nsearch::analysis {
namespace {

constexpr std::size_t max_acronym_letters = 12;

/// No ASCII character but these connects words or separates the digits of a number.
constexpr bool may_connect(char byte) {
  switch (byte) {
    case '\'':
    case '`':
    case '.':
    case '-':
    case '_':
    case '&':
    case ',':
      return true;
    default:
      return static_cast<unsigned char>(byte) >= 0x80;
  }
}

enum class Shape : std::uint8_t { space, connector, letter, other };

/// What a byte is to the fast way: ASCII that neither belongs to a word nor connects words; ASCII that may
/// connect; what begins a word of Latin letters; anything else.
constexpr std::array<Shape, 256> shapes = [] {
  std::array<Shape, 256> table{};
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    Shape& shape = table[static_cast<std::size_t>(byte)];
    if (is_ascii_letter(c) || (byte >= 0xC3 && byte <= 0xC5)) {
      shape = Shape::letter;
    } else if (is_ascii_digit(c) || byte >= 0x80) {
      shape = Shape::other;
    } else {
      shape = may_connect(c) ? Shape::connector : Shape::space;
    }
  }
  return table;
}();

Shape shape_of(char byte) {
  return shapes[static_cast<unsigned char>(byte)];
}

/// Whether these two bytes begin a Latin vowel, whatever its accents, or an ASCII h.
bool is_vowel_or_h(char first, char second) {
  // From a to z, and from U+00C0 to U+00DF, where small letters are 32 later.
  constexpr auto bits = [](std::string_view letters) {
    std::uint32_t set = 0;
    for (const char c : letters) set |= 1u << (c & 31);
    return set;
  };
  constexpr std::uint32_t ascii = bits("aeiouyh");
  constexpr std::uint32_t accented = 0x3F7CFF7F;  // À to Æ, È to Ï, Ò to Ö, Ø to Ü, Ý
  if (is_ascii_letter(first)) return (ascii >> (first & 31) & 1) != 0;
  return first == '\xC3' && (accented >> (second & 31) & 1) != 0;
}

void merge(Run& run, const Run& following) {
  run.end = following.end;
  run.next = following.next;
  run.ascii = false;
  run.digits = false;
}

}  // namespace

void WordReader::set_text(std::string_view utf8, Arena& arena) {
  text_ = utf8;
  arena_ = &arena;
  segmenter_.set_text(utf8);
  at_ = 0;
  connection_ = Connection::none;
  groups_left_ = 0;
  plain_until_ = 0;
}

bool WordReader::next(TextWord& word) {
  if (connection_ != Connection::none) {
    word.link = Link::connected;
    read(following_, word);
    return true;
  }
  if (groups_left_ == 0 && next_plain(word)) return true;
  Run run;
  if (!segmenter_.find(at_, run)) return false;
  if (groups_left_ > 0) {
    --groups_left_;
    word.link = Link::spaced;
  } else {
    word.link = Link::none;
    if (run.digits && run.next < text_.size() && text_[run.next] == ' ')
      groups_left_ = count_spaced_groups(text_, run, segmenter_) - 1;
  }
  read(run, word);
  if (word.link == Link::spaced) connection_ = Connection::none;
  return true;
}

/// The fast way, for a word of Latin letters that hangs on no other, with or without one elided article. False:
/// the slow way, from at_ on, is to see what comes.
bool WordReader::next_plain(TextWord& word) {
  while (at_ < text_.size() && shape_of(text_[at_]) <= Shape::connector) ++at_;
  std::uint32_t begin = at_;
  std::uint32_t end = plain_end(begin);
  if (end == 0) return false;
  if (!ends_word(end)) {
    begin = after_elision(begin, end);
    if (begin == 0) return false;
    end = plain_end(begin);
    if (end == 0 || !ends_word(end)) return false;
  }
  word.lead = at_;
  word.begin = begin;
  word.end = end;
  word.link = Link::none;
  word.value = {};
  at_ = end;
  return true;
}

/// The end of the run of Latin letters and digits that begins with a letter at `begin`; 0 where there is none,
/// or too little text after it for the fast way.
std::uint32_t WordReader::plain_end(std::uint32_t begin) const {
  std::size_t at = begin;
  if (at + block_bytes > text_.size() || shape_of(text_[at]) != Shape::letter) return 0;
  for (;;) {
    const std::size_t length = latin_length(text_.data() + at);
    at += length;
    if (at + block_bytes > text_.size()) return 0;
    if (length < block_bytes - 1) break;
  }
  return at == begin ? 0 : static_cast<std::uint32_t>(at);
}

/// Whether a run of Latin letters that ends at `end` ends there as a word too.
bool WordReader::ends_word(std::uint32_t end) const {
  switch (shape_of(text_[end])) {
    case Shape::space:
      return true;
    case Shape::connector:
      return shape_of(text_[end + 1]) <= Shape::connector || text_[end] == ',';
    default:
      return static_cast<unsigned char>(text_[end]) >= 0x80 &&
             segmenter_.classes().of(decode(text_, end).value) == CharClass::separator;
  }
}

/// Where [begin, end) is an elided word before a vowel, the place after its apostrophe; 0 elsewhere.
std::uint32_t WordReader::after_elision(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t after = end + 1;
  if (text_[end] != '\'') {
    if (text_.compare(end, 3, "\u2019") != 0) return 0;
    after = end + 3;
  }
  const std::string_view word = text_.substr(begin, end - begin);
  if (!is_short_particle(word) || !is_vowel_or_h(text_[after], text_[after + 1])) return 0;
  const bool breton = (word[0] | 0x20) == 'c' && (text_[after] | 0x20) == 'h';
  return breton ? 0 : after;
}

void WordReader::read(Run run, TextWord& word) {
  const Connection before = connection_;
  connection_ = Connection::none;
  word.lead = run.begin;
  word.value = {};
  while (run.next < text_.size() && may_connect(text_[run.next])) {
    if (run.digits && before != Connection::full_stop) resolve_number(run, word);
    if (before == Connection::none) resolve_acronym(run);
    connection_ = resolve_connection(run);
    if (connection_ != Connection::elision) break;
    connection_ = Connection::none;
    run = following_;
  }
  word.begin = run.begin;
  word.end = run.end;
  at_ = run.next;
}

/// Where `run` begins a number of several runs, it grows to all of them.
void WordReader::resolve_number(Run& run, TextWord& word) {
  if (run.begin < plain_until_) return;
  const Number number = read_number(text_, run, segmenter_);
  if (!number.found) plain_until_ = number.end;
  if (!number.found || number.end == run.end) return;
  word.value = {arena_->copy(number.value.data(), number.value.size()), number.value.size()};
  run.end = run.next = number.end;
}

/// U.S. and a.m.: single letters, each with its full stop, are one word; the last full stop belongs to it.
void WordReader::resolve_acronym(Run& run) {
  if (!is_single_letter(run)) return;
  const auto full_stop_at = [&](std::uint32_t at) { return at < text_.size() && text_[at] == '.'; };
  Run last = run;
  Run letter;
  std::size_t letters = 1;
  while (full_stop_at(last.next) && letters < max_acronym_letters &&
         segmenter_.run_at(last.next + 1, letter) && is_single_letter(letter)) {
    last = letter;
    ++letters;
  }
  if (letters == 1) return;
  merge(run, last);
  if (full_stop_at(run.next)) run.end = ++run.next;
}

/// Merges what belongs to the same word and says how the word hangs on following_. Elision: `run` is no word
/// at all.
WordReader::Connection WordReader::resolve_connection(Run& run) {
  while (run.next < text_.size() && may_connect(text_[run.next])) {
    const Decoded c = decode(text_, run.next);
    const CharClass type = segmenter_.classes().of(c.value);
    const bool connects = type == CharClass::apostrophe || type == CharClass::full_stop ||
                          type == CharClass::connector || type == CharClass::middle_dot;
    if (!connects || !segmenter_.run_at(run.next + c.length, following_)) return Connection::none;
    if (type == CharClass::full_stop) return Connection::full_stop;
    if (type == CharClass::connector) return Connection::other;
    if (type == CharClass::middle_dot) {
      if (!is_geminate(run)) return Connection::other;
    } else {
      const Apostrophe apostrophe = apostrophes_.judge(text_, run, following_);
      if (apostrophe == Apostrophe::elides) return Connection::elision;
      if (apostrophe == Apostrophe::separates) return Connection::none;
      if (apostrophe == Apostrophe::connects) return Connection::other;
    }
    merge(run, following_);
  }
  return Connection::none;
}

bool WordReader::is_single_letter(const Run& run) const {
  if (run.digits) return false;
  if (run.ascii) return run.end - run.begin == 1;
  std::size_t letters = 0;
  for (std::uint32_t at = run.begin; at < run.end && letters < 2;) {
    const Decoded c = decode(text_, at);
    const CharClass type = segmenter_.classes().of(c.value);
    letters += type == CharClass::letter || type == CharClass::digit;
    at += c.length;
  }
  return letters == 1;
}

/// Catalan l·l is one long consonant.
bool WordReader::is_geminate(const Run& run) const {
  const auto is_l = [&](std::uint32_t at) { return (text_[at] | 0x20) == 'l'; };
  return is_l(run.end - 1) && is_l(following_.begin) &&
         segmenter_.classes().at(text_, following_.begin + 1) != CharClass::extend;
}

}  // namespace nsearch::analysis
