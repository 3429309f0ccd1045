// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/normalizer.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <new>

#include "analysis/utf8.h"

namespace nsearch::analysis {
namespace {

/// ICU fails here for want of memory only: its normalisation data is part of the library.
void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::bad_alloc();
}

void apply(const icu::Normalizer2* (*form)(UErrorCode&), std::string_view utf8, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = form(status);
  check(status);
  out.clear();
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink,
                            nullptr, status);
  check(status);
}

void ascii_digits(std::string& text) {
  if (is_ascii(text)) return;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const std::int32_t digit = next.value < 0x80 ? -1 : u_charDigitValue(next.value);
    if (digit >= 0) {
      out.push_back(static_cast<char>('0' + digit));
    } else {
      out.append(text, at, next.length);
    }
    at += next.length;
  }
  text = std::move(out);
}

}  // namespace

void nfkc_casefold(std::string_view utf8, std::string& out) {
  if (is_ascii(utf8)) {
    out.assign(utf8);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return;
  }
  // Decomposed first: case folding turns a Greek iota subscript into a letter, which cuts off marks that
  // follow it.
  std::string decomposed;
  nfd(utf8, decomposed);
  apply(icu::Normalizer2::getNFKCCasefoldInstance, decomposed, out);
  ascii_digits(out);
}

void nfkc_turkish_lower(std::string_view utf8, std::string& out) {
  std::string normal;
  apply(icu::Normalizer2::getNFKCInstance, utf8, normal);
  UErrorCode status = U_ZERO_ERROR;
  std::string lower;
  icu::StringByteSink<std::string> sink(&lower);
  icu::CaseMap::utf8ToLower("tr", 0,
                            icu::StringPiece(normal.data(), static_cast<std::int32_t>(normal.size())), sink,
                            nullptr, status);
  check(status);
  // What is left for the case folding are compatibility forms and invisible characters; I is gone already.
  nfkc_casefold(lower, out);
}

void nfd(std::string_view utf8, std::string& out) {
  apply(icu::Normalizer2::getNFDInstance, utf8, out);
}
void nfc(std::string_view utf8, std::string& out) {
  apply(icu::Normalizer2::getNFCInstance, utf8, out);
}

}  // namespace nsearch::analysis
