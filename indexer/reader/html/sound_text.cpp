// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/sound_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "reader/clean_text.h"
#include "reader/utf8.h"

namespace nsearch::indexer::html {

std::string_view sound_text(std::string_view bytes, std::string& repaired) {
  const bool well_formed = find_invalid_utf8(bytes) == std::string_view::npos;
  if (well_formed && !needs_cleaning(bytes)) return bytes;
  std::string utf8;
  utf8.reserve(bytes.size());
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), INT32_MAX));
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(bytes.data(), at, size, character);
    utf8 += character < 0 ? "\xEF\xBF\xBD" : bytes.substr(begin, at - begin);
  }
  repaired = clean_text(utf8);
  return repaired;
}

}  // namespace nsearch::indexer::html
