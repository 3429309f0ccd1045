// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/dictionary_breaker.h"

#include <unicode/normalizer2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <new>

namespace nsearch::analysis {
namespace {

// A run is looked at in windows, so that its length doesn't matter. Words near a window's end are looked at
// again in the next one.
constexpr std::size_t window_units = 1024;
constexpr std::size_t window_margin = 64;

}  // namespace

DictionaryBreaker::DictionaryBreaker() {
  UErrorCode status = U_ZERO_ERROR;
  iterator_ = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
  if (U_FAILURE(status)) throw std::bad_alloc();  // the data is part of ICU: nothing else can fail
}

DictionaryBreaker::~DictionaryBreaker() {
  ubrk_close(iterator_);
}

void DictionaryBreaker::forget() {
  begin_ = end_ = 0;
  words_.clear();
}

void DictionaryBreaker::find_words(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  words_.clear();
  begin_ = begin;
  end_ = end;
  for (std::uint32_t from = begin; from < end;) {
    fill_window(text, from);
    from = take_words(text);
  }
}

/// Composes marks with the letter before them (か + ゛), so that both spellings are cut alike.
void DictionaryBreaker::fill_window(std::string_view text, std::uint32_t from) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  units_.clear();
  offsets_.clear();
  std::int32_t before = -1;
  std::uint32_t at = from;
  while (at < end_ && units_.size() < window_units) {
    const Decoded next = decode(text, at);
    const std::int32_t composed = before < 0 ? -1 : composer->composePair(before, next.value);
    if (composed >= 0 && composed <= 0xFFFF && before <= 0xFFFF) {
      units_.back() = static_cast<char16_t>(composed);
      before = composed;
    } else {
      const auto old_size = units_.size();
      char16_t pair[2];
      std::int32_t length = 0;
      U16_APPEND_UNSAFE(pair, length, next.value);
      units_.append(pair, static_cast<std::size_t>(length));
      offsets_.resize(old_size + static_cast<std::size_t>(length), at);
      before = next.value;
    }
    at += next.length;
  }
  offsets_.push_back(at);
}

/// Returns where the next window begins.
std::uint32_t DictionaryBreaker::take_words(std::string_view text) {
  const bool last = offsets_.back() >= end_;
  const std::size_t limit = last ? units_.size() : units_.size() - window_margin;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator_, units_.data(), static_cast<std::int32_t>(units_.size()), &status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  auto start = static_cast<std::size_t>(ubrk_first(iterator_));
  for (std::int32_t stop = ubrk_next(iterator_); stop != UBRK_DONE; stop = ubrk_next(iterator_)) {
    const auto unit = static_cast<std::size_t>(stop);
    if (unit > limit && start > 0) break;
    add_word(text, offsets_[start], offsets_[unit]);
    start = unit;
  }
  return offsets_[start];
}

void DictionaryBreaker::add_word(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const CharacterClasses& classes = CharacterClasses::instance();
  std::uint32_t first = end;
  std::uint32_t visible_end = end;
  for (std::uint32_t at = begin; at < end;) {
    const Decoded next = decode(text, at);
    const CharClass c = classes.of(next.value);
    if (first == end && begins_word(c)) first = at;
    at += next.length;
    if (c != CharClass::format) visible_end = at;
  }
  if (first < end) words_.push_back({first, visible_end});
}

const DictionaryBreaker::Word* DictionaryBreaker::word_from(std::uint32_t at) const {
  const auto found = std::lower_bound(words_.begin(), words_.end(), at,
                                      [](const Word& w, std::uint32_t x) { return w.begin < x; });
  return found == words_.end() ? nullptr : &*found;
}

}  // namespace nsearch::analysis
