// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/index_schema.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdio>

#include "analysis/fold.h"

namespace nsearch::schema {
namespace {

constexpr std::size_t digest_digits = 16;
constexpr std::uint32_t facet_slots = 1u << 28;

std::string hexadecimal(std::uint64_t value) {
  char digits[digest_digits + 1];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value));
  return digits;
}

/// The bytes that a text takes in Xapian's keys, where a NUL is escaped.
std::size_t key_bytes(std::string_view text) {
  return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

/// Whether so many bytes fit in a key whatever they are.
constexpr bool surely_fit(std::size_t bytes) {
  return 2 * bytes <= max_term_bytes;
}

/// The longest beginning of `text` that takes at most `limit` bytes in a key and ends with a whole character.
std::string_view cut(std::string_view text, std::size_t limit) {
  std::size_t kept = 0;
  for (std::size_t used = 0; kept < text.size(); ++kept) {
    used += text[kept] == '\0' ? 2 : 1;
    if (used > limit) {
      break;
    }
  }
  while (kept > 0 && kept < text.size() && U8_IS_TRAIL(static_cast<std::uint8_t>(text[kept]))) {
    --kept;
  }
  return text.substr(0, kept);
}

}  // namespace

std::string bounded_term(std::string_view prefix, std::string_view text) {
  std::string term;
  term.reserve(prefix.size() + text.size());
  term.append(prefix);
  if (surely_fit(prefix.size() + text.size()) || key_bytes(prefix) + key_bytes(text) <= max_term_bytes) {
    return term.append(text);
  }
  // Our prefixes are a few bytes long; one that leaves no room is kept whole all the same.
  const std::size_t taken = key_bytes(prefix) + digest_digits;
  term.append(cut(text, taken < max_term_bytes ? max_term_bytes - taken : 0));
  return term.append(hexadecimal(XXH3_64bits(text.data(), text.size())));
}

std::string language_term(std::string_view prefix, std::string_view language, std::string_view stem) {
  std::string head;
  head.reserve(prefix.size() + language.size() + 1 + stem.size());
  head.append(prefix).append(language).append(1, ':');
  return surely_fit(head.size() + stem.size()) ? head.append(stem) : bounded_term(head, stem);
}

std::string facet_term(std::string_view name, std::string_view folded_value) {
  std::string text;
  text.reserve(name.size() + 1 + folded_value.size());
  text.append(name).append(1, ':').append(folded_value);
  return bounded_term(prefix::facet, text);
}

std::uint32_t facet_slot(std::string_view name) {
  return slot_facets + static_cast<std::uint32_t>(XXH3_64bits(name.data(), name.size()) % facet_slots);
}

std::string fold_name(std::string_view text) {
  const std::string folded = fold(text);
  std::string name;
  name.reserve(folded.size());
  bool space_due = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
  const auto size = static_cast<std::int64_t>(folded.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 character;
    U8_NEXT(bytes, at, size, character);
    if (character >= 0 && u_isUWhiteSpace(character)) {
      space_due = !name.empty();
      continue;
    }
    if (space_due) {
      name += ' ';
      space_due = false;
    }
    name.append(folded, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
  }
  return name;
}

}  // namespace nsearch::schema
