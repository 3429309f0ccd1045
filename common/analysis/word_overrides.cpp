// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_overrides.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

#include "analysis/word_list.h"
#include "nsearch/error.h"

namespace nsearch::analysis {

WordOverrides::WordOverrides(std::string_view list) {
  for_each_line(list, [&](std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == line.npos)
      throw Error(ErrorCode::internal,
                  "word overrides: no \"word: form form\" in the line \"" + std::string(line) + '"');
    const std::string_view base = line.substr(0, colon);
    for_each_word(line.substr(colon + 1), [&](std::string_view form) { bases_.emplace_back(form, base); });
  });
  std::sort(bases_.begin(), bases_.end());
  for (const auto& entry : bases_) filter_.set(filter_bit(entry.first));
}

std::size_t WordOverrides::filter_bit(std::string_view word) {
  return XXH3_64bits(word.data(), word.size()) % filter_bits;
}

const std::pair<std::string_view, std::string_view>* WordOverrides::find(std::string_view word) const {
  if (!filter_[filter_bit(word)]) return nullptr;
  const auto found =
      std::lower_bound(bases_.begin(), bases_.end(), word,
                       [](const auto& entry, std::string_view form) { return entry.first < form; });
  return found != bases_.end() && found->first == word ? &*found : nullptr;
}

std::string_view WordOverrides::base_of(std::string_view word) const {
  const auto* entry = find(word);
  return entry == nullptr ? word : entry->second;
}

bool WordOverrides::is_protected(std::string_view word) const {
  const auto* entry = find(word);
  return entry != nullptr && entry->first == entry->second;
}

}  // namespace nsearch::analysis
