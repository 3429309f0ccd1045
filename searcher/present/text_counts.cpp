// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/text_counts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "present/json_values.h"

namespace nsearch::searcher {
namespace {

constexpr std::size_t least_bar = 10;

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

/// A count as it is shown: what is no exact number begins with "~".
std::string shown(std::uint64_t count, const CountBasis& basis) {
  return (basis.exact ? "" : "~") + std::to_string(estimate(count, basis));
}

void write_facet(const Facet& facet, const CountBasis& basis, std::ostream& out, const Palette& palette) {
  out << palette.title << printable(facet.name) << palette.reset << '\n';
  std::size_t width = std::to_string(facet.without_value).size();
  for (const FacetValue& value : facet.values) width = std::max(width, shown(value.documents, basis).size());
  for (const FacetValue& value : facet.values) {
    out << "  " << padded(shown(value.documents, basis), width) << "  " << printable(value.value) << '\n';
  }
  if (facet.further > 0) out << "  and " << facet.further << " further values\n";
  if (facet.without_value > 0) {
    out << "  " << padded(shown(facet.without_value, basis), width) << "  (none)\n";
  }
  out << '\n';
}

void write_timeline(const Timeline& timeline, const CountBasis& basis, std::ostream& out,
                    const Palette& palette, const PresentOptions& options) {
  std::uint64_t most = 1;
  std::size_t width = 1, names = 0;
  for (const TimelinePeriod& period : timeline.periods) {
    most = std::max(most, period.documents);
    width = std::max(width, shown(period.documents, basis).size());
    names = std::max(names, period.name.size());
  }
  const std::size_t taken = names + width + 6;
  const std::size_t room = options.width > taken + least_bar ? options.width - taken : least_bar;
  out << palette.title << "by " << name(timeline.step) << palette.reset << '\n';
  for (const TimelinePeriod& period : timeline.periods) {
    out << "  " << period.name << "  " << padded(shown(period.documents, basis), width);
    if (options.bars && period.documents > 0) {
      const std::uint64_t halves = std::max<std::uint64_t>(1, period.documents * room * 2 / most);
      out << "  " << palette.bar << bar(halves) << palette.reset;
    }
    out << '\n';
  }
  if (timeline.undated > 0) out << "  " << shown(timeline.undated, basis) << " without a date\n";
  out << '\n';
}

}  // namespace

std::string bar(std::uint64_t halves) {
  std::string text;
  for (std::uint64_t i = 0; i < halves / 2; ++i) text += "█";
  if (halves % 2 == 1) text += "▌";
  return text;
}

void write_counts(const SearchResults& results, std::ostream& out, const Palette& palette,
                  const PresentOptions& options) {
  if (results.facets.empty() && !results.timeline) return;
  for (const Facet& facet : results.facets) write_facet(facet, results.counts, out, palette);
  if (results.timeline) write_timeline(*results.timeline, results.counts, out, palette, options);
  if (!results.counts.exact) {
    out << "Estimates: " << results.counts.counted << " of about " << results.counts.hits
        << " documents were counted.\n\n";
  }
}

}  // namespace nsearch::searcher
