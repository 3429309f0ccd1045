// SPDX-License-Identifier: GPL-2.0-or-later
#include "related/cognates.h"

#include <algorithm>
#include <bitset>

namespace nsearch::searcher {

namespace {

char letter_class(char letter) {
  switch (letter) {
    case 'c':
    case 'q':
      return 'k';
    case 'j':
    case 'y':
      return 'i';
    case 'z':
      return 's';
    case 'w':
      return 'v';
    default:
      return letter;
  }
}

}  // namespace

std::string letter_classes(std::string_view surface) {
  std::string classes;
  for (std::size_t i = 0; i < surface.size(); ++i) {
    const char letter = surface[i];
    if (letter < 'a' || letter > 'z') return {};
    const bool with_h = i + 1 < surface.size() && surface[i + 1] == 'h';
    if (with_h && (letter == 'p' || letter == 't')) {
      classes += letter == 'p' ? 'f' : 't';
      ++i;
    } else {
      classes += letter_class(letter);
    }
  }
  return classes;
}

WordShape::WordShape(std::string classes) : classes_(std::move(classes)) {
  if (classes_.size() > 64) classes_.resize(64);
  for (std::size_t i = 0; i < classes_.size(); ++i)
    places_[static_cast<std::size_t>(classes_[i] - 'a')] |= std::uint64_t{1} << i;
}

// The bit-parallel recurrence of Hyyrö ("Bit-parallel LCS-length computation revisited", 2004): a zero bit for each letter
// of the common subsequence.
double WordShape::likeness(std::string_view classes) const {
  const std::size_t longer = std::max(classes_.size(), classes.size());
  if (longer == 0) return 0;
  std::uint64_t row = ~std::uint64_t{0};
  for (const char letter : classes) {
    const std::uint64_t matches = row & places_[static_cast<std::size_t>(letter - 'a')];
    row = (row + matches) | (row - matches);
  }
  const std::uint64_t used =
      classes_.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << classes_.size()) - 1;
  const std::size_t common = std::bitset<64>(~row & used).count();
  return static_cast<double>(common) / static_cast<double>(longer);
}

}  // namespace nsearch::searcher
