// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/scale.h"

#include <cmath>
#include <string>

namespace nsearch::searcher::match {

std::optional<double> scale_of(const Xapian::Query& query) {
  using Xapian::Query;
  if (query.get_num_subqueries() != 1) return std::nullopt;
  const Query part = query.get_subquery(0);
  const std::string all = query.serialise();
  const std::string tail = part.serialise();
  // A byte that says "scaled"; one with the number of base-256 digits less one in its high half and the exponent, 7 more
  // than it is, in its low half; the digits, highest first, the first before the point.
  if (all.size() < tail.size() + 3) return std::nullopt;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(all[i]); };
  const int exponent = (byte(1) & 0x0f) - 7;
  double number = 0;
  const std::size_t digits = all.size() - tail.size() - 2;
  for (std::size_t i = digits; i-- > 0;) number = number / 256 + byte(2 + i);
  number = std::ldexp(number, 8 * exponent);
  if (Query(Query::OP_SCALE_WEIGHT, part, number).serialise() != all) return std::nullopt;
  return number;
}

}  // namespace nsearch::searcher::match
