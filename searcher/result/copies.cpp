// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/copies.h"

#include <algorithm>

#include "resemblance/fold_signature.h"

namespace nsearch::searcher {

using resemblance::band_key;
using resemblance::signature_bands;

namespace {

std::uint32_t place(std::size_t band, const std::string& signature) {
  return static_cast<std::uint32_t>(band) << 16 | band_key(signature, band);
}

}  // namespace

std::size_t CopyGroups::add(const std::string& signature) {
  if (const std::optional<std::size_t> group = find(signature)) return *group;
  leaders_.push_back(signature);
  lead(leaders_.size() - 1);
  return leaders_.size() - 1;
}

std::optional<std::size_t> CopyGroups::find(const std::string& signature) {
  if (!resemblance::has_sketch(signature)) return std::nullopt;
  found_.clear();
  for (std::size_t band = 0; band < signature_bands; ++band) {
    const auto groups = groups_.find(place(band, signature));
    if (groups != groups_.end()) found_.insert(found_.end(), groups->second.begin(), groups->second.end());
  }
  std::sort(found_.begin(), found_.end());
  found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  const auto group = std::find_if(found_.begin(), found_.end(), [&](std::uint32_t leader) {
    return resemblance::are_copies(leaders_[leader], signature);
  });
  if (group == found_.end()) return std::nullopt;
  return *group;
}

void CopyGroups::lead(std::size_t group) {
  const std::string& signature = leaders_[group];
  if (!resemblance::has_sketch(signature)) return;
  for (std::size_t band = 0; band < signature_bands; ++band)
    groups_[place(band, signature)].push_back(static_cast<std::uint32_t>(group));
}

}  // namespace nsearch::searcher
