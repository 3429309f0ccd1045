// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/segmenter.h"

#include "analysis/dictionary_breaker.h"
#include "byte_scan.h"

namespace nsearch::analysis {
namespace {

bool is_hebrew(std::int32_t c) {
  return c >= 0x590 && c <= 0x5FF;
}

/// צה"ל: a quotation mark between Hebrew letters is part of the word (UAX #29, rules WB7b and WB7c).
bool hebrew_quote(std::string_view text, std::size_t at) {
  return text[at] == '"' && at + 1 < text.size() && is_hebrew(decode_before(text, at).value) &&
         is_hebrew(decode(text, at + 1).value);
}

}  // namespace

Segmenter::Segmenter() : classes_(CharacterClasses::instance()) {}
Segmenter::~Segmenter() = default;

void Segmenter::set_text(std::string_view utf8) {
  text_ = utf8;
  if (dictionary_) dictionary_->forget();
}

bool Segmenter::find(std::uint32_t from, Run& run) {
  for (std::size_t at = from; at < text_.size();) {
    const char byte = text_[at];
    const bool ascii = static_cast<unsigned char>(byte) < 0x80;
    if (ascii && !is_ascii_letter(byte) && !is_ascii_digit(byte)) {
      ++at;
    } else if (run_at(static_cast<std::uint32_t>(at), run)) {
      return true;
    } else {
      at += ascii ? 1 : decode(text_, at).length;
    }
  }
  return false;
}

bool Segmenter::run_at(std::uint32_t at, Run& run) {
  if (at >= text_.size()) return false;
  run = Run{};
  run.begin = at;
  if (dictionary_ && dictionary_->covers(at)) {
    next_dictionary_word(run);
    return run.end != 0;
  }
  if (!extend_run(run)) return false;
  return run.end != 0;
}

/// Extends `run` from its first byte; false when no word begins there.
bool Segmenter::extend_run(Run& run) {
  const std::size_t size = text_.size();
  std::size_t at = run.begin;
  std::size_t end = at;
  bool letters = false;
  bool dictionary = false;
  for (;;) {
    const AsciiWord ascii = ascii_word(text_, at);
    letters |= ascii.letters;
    if (ascii.length > 0) end = at += ascii.length;
    if (at >= size) break;
    if (static_cast<unsigned char>(text_[at]) < 0x80) {
      if (run.ascii || !hebrew_quote(text_, at)) break;
      ++at;
      continue;
    }
    const Decoded next = decode(text_, at);
    const CharClass c = classes_.of(next.value);
    if (!(at == run.begin ? begins_word(c) : continues_word(c))) break;
    run.ascii = false;
    letters |= c != CharClass::digit && c != CharClass::format;
    dictionary |= c == CharClass::dictionary;
    at += next.length;
    if (c != CharClass::format) end = at;
  }
  if (end == run.begin) return false;
  run.end = static_cast<std::uint32_t>(end);
  run.next = static_cast<std::uint32_t>(at);
  run.digits = !letters;
  if (dictionary) {
    if (!dictionary_) dictionary_ = std::make_unique<DictionaryBreaker>();
    dictionary_->find_words(text_, run.begin, run.next);
    next_dictionary_word(run);
  }
  return true;
}

/// The word that begins at run.begin; run.end stays 0 when there is none.
void Segmenter::next_dictionary_word(Run& run) {
  const DictionaryBreaker::Word* word = dictionary_->word_from(run.begin);
  run.end = 0;
  if (word == nullptr || word->begin != run.begin) return;
  run.end = word->end;
  const DictionaryBreaker::Word* after = dictionary_->word_from(word->end);
  run.next = after != nullptr ? word->end : dictionary_->end();
  run.ascii = is_ascii(text_.substr(run.begin, run.end - run.begin));
  run.digits = true;
  for (std::size_t at = run.begin; at < run.end;) {
    const Decoded next = decode(text_, at);
    run.digits &= classes_.of(next.value) == CharClass::digit;
    at += next.length;
  }
}

}  // namespace nsearch::analysis
