// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/scale.h"

#include <cmath>
#include <string>

namespace nsearch::searcher::match {

namespace {

using Xapian::Query;

/// A byte that says "scaled"; one with the number of base-256 digits less one in its high half and the exponent, 7 more than it
/// is, in its low half; the digits, highest first, the first before the point.
std::optional<double> read(const Query& query) {
  constexpr unsigned char scaled = 0x0d, least_other = 14;  // exponents from here on are written otherwise
  const std::string form = query.serialise();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(form[i]); };
  if (form.size() < 3 || byte(0) != scaled || (byte(1) & 0x80) != 0 || (byte(1) & 0x0f) >= least_other)
    return std::nullopt;
  const std::size_t digits = std::size_t{byte(1) >> 4 & 7u} + 1;
  if (form.size() < 2 + digits) return std::nullopt;
  double number = 0;
  for (std::size_t i = digits; i-- > 0;) number = number / 256 + byte(2 + i);
  return std::ldexp(number, 8 * ((byte(1) & 0x0f) - 7));
}

/// Whether this library writes numbers so.
bool form_is_known() {
  for (const double factor : {0.0, 1e-9, 0.04, 0.3, 1.0 / 3, 0.99999, 1.5, 255.0, 256.0, 123456.789}) {
    if (read(Query(Query::OP_SCALE_WEIGHT, Query("word"), factor)) != factor) return false;
  }
  return true;
}

}  // namespace

std::optional<double> scale_of(const Query& query) {
  static const bool known = form_is_known();
  return known ? read(query) : std::nullopt;
}

}  // namespace nsearch::searcher::match
