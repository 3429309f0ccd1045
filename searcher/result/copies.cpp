// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/copies.h"

#include <algorithm>

#include "resemblance/fold_signature.h"
#include "resemblance/minhash.h"

namespace nsearch::searcher {

using resemblance::band_key;
using resemblance::signature_bands;

namespace {

constexpr std::size_t least_chains = 4096;  // a power of two

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
  if (chains_.empty()) return std::nullopt;
  for (std::size_t band = 0; band < signature_bands; ++band) {
    for (std::uint32_t last = chain(place(band, signature)).last; last != 0;
         last = earlier_[(last - 1) * signature_bands + band])
      found_.push_back(last - 1);
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
  earlier_.resize(leaders_.size() * signature_bands);
  if (!resemblance::has_sketch(signature)) return;
  used_ += signature_bands;
  if (used_ * 2 > chains_.size()) grow();
  for (std::size_t band = 0; band < signature_bands; ++band) {
    const std::uint32_t at = place(band, signature);
    Chain& found = chain(at);
    earlier_[group * signature_bands + band] = found.last;
    found = {at, static_cast<std::uint32_t>(group + 1)};
  }
}

/// That of the place, or the empty one where it would stand.
CopyGroups::Chain& CopyGroups::chain(std::uint32_t place) {
  const std::size_t mask = chains_.size() - 1;
  std::size_t at = static_cast<std::size_t>(resemblance::mix(place)) & mask;
  while (chains_[at].last != 0 && chains_[at].place != place) at = (at + 1) & mask;
  return chains_[at];
}

void CopyGroups::grow() {
  std::vector<Chain> before(std::max(least_chains, chains_.size() * 4));
  before.swap(chains_);
  for (const Chain& each : before)
    if (each.last != 0) chain(each.place) = each;
}

}  // namespace nsearch::searcher
