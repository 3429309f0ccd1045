// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/charset_guess.h"

#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>

#include "reader/charset_converter.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t sample_bytes = 64 * 1024;
/// What stands before the first byte beyond ASCII tells of the language, which the detector weighs.
constexpr std::size_t sample_lead = 2 * 1024;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// A part of the bytes around the first ones beyond ASCII.
std::string_view sample(std::string_view bytes) {
  const auto first = std::find_if_not(bytes.begin(), bytes.end(), is_ascii);
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at > sample_lead ? at - sample_lead : 0, sample_bytes);
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// What ICU's detector can't be believed on: Unicode was seen to before, and EBCDIC is found in no text file.
bool is_candidate(std::string_view name) {
  return name.substr(0, 4) != "UTF-" && name.substr(0, 3) != "IBM";
}

bool is_western(std::string_view name) {
  return name == "ISO-8859-1" || name == "windows-1252";
}

/// Multi-byte charsets show by the form of their sequences, others by the frequency of letters alone, which
/// speaks loud enough only where it is well above that for Western European text, what news mostly is.
/// `western_likely`: the bytes make sense as such.
std::string best_match(const UCharsetMatch* const* matches, std::int32_t count, bool western_likely) {
  constexpr std::int32_t least = 50;
  constexpr std::int32_t least_else = 15;
  constexpr std::int32_t lead = 10;
  std::int32_t western = 0;
  std::int32_t best = 0;
  std::string_view best_name;
  for (std::int32_t i = 0; i < count; ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string_view name = ucsdet_getName(matches[i], &status);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status) || !is_candidate(name)) continue;
    if (is_western(name)) {
      western = std::max(western, confidence);
    } else if (confidence > best) {
      best = confidence;
      best_name = name;
    }
  }
  const std::int32_t needed =
      western_likely ? std::max(least, western + lead) : std::max(least_else, western);
  return best >= needed ? std::string(best_name) : std::string();
}

std::string detect(std::string_view bytes, bool western_likely) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) throw std::bad_alloc();
  ucsdet_enableInputFilter(detector.get(), true);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  return U_SUCCESS(status) ? best_match(matches, count, western_likely) : std::string();
}

/// How many of the units at `offset`, of `width` bytes in the byte order given, are ASCII text.
std::size_t ascii_units(std::string_view bytes, std::size_t width, bool big_endian) {
  std::size_t found = 0;
  for (std::size_t at = 0; at + width <= bytes.size(); at += width) {
    const std::string_view unit = bytes.substr(at, width);
    const std::size_t low = big_endian ? width - 1 : 0;
    const char c = unit[low];
    const bool text = (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
    found +=
        text && static_cast<std::size_t>(std::count(unit.begin(), unit.end(), '\0')) == width - 1 ? 1 : 0;
  }
  return found;
}

/// Of charsets in which the bytes mean the same, the likelier one is named.
bool reads_the_same(std::string_view bytes, const std::string& one, std::string_view other) {
  std::string first;
  std::string second;
  CharsetConverter(one).append(bytes, true, first);
  CharsetConverter(std::string(other)).append(bytes, true, second);
  return first == second;
}

}  // namespace

std::string_view guess_wide_charset(std::string_view bytes) {
  constexpr std::size_t least_bytes = 4;
  constexpr std::size_t least_units = 3;
  constexpr std::size_t one_in = 20;  // scripts other than Latin have ASCII spaces and line breaks still
  if (bytes.size() < least_bytes || bytes.find('\0') == std::string_view::npos) return {};
  struct Wide {
    std::string_view name;
    std::size_t width;
    bool big_endian;
  };
  constexpr Wide candidates[] = {
      {"UTF-32LE", 4, false}, {"UTF-32BE", 4, true}, {"UTF-16LE", 2, false}, {"UTF-16BE", 2, true}};
  for (const Wide& wide : candidates) {
    const std::size_t units = bytes.size() / wide.width;
    const std::size_t text = ascii_units(bytes, wide.width, wide.big_endian);
    const std::size_t swapped = ascii_units(bytes, wide.width, !wide.big_endian);
    const bool enough = text >= least_units || text == units;
    if (enough && text * one_in >= units && swapped * 4 <= text) return wide.name;
  }
  return {};
}

std::string guess_charset(std::string_view bytes) {
  const std::string_view looked = sample(bytes);
  const WesternGuess western = guess_western_charset(looked);
  std::string detected = detect(looked, western.likely);
  if (detected.empty() || (western.likely && reads_the_same(looked, detected, western.name))) {
    return std::string(western.name);
  }
  return detected;
}

bool is_damaged_utf8(std::string_view bytes) {
  const std::string_view looked = sample(bytes);
  const auto size = static_cast<std::int32_t>(looked.size());
  std::size_t characters = 0;
  std::size_t faults = 0;
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(looked.data(), at, size, c);
    if (c < 0) ++faults;
    if (c >= 0x80) ++characters;
  }
  return characters > faults;
}

}  // namespace nsearch::indexer
