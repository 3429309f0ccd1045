// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/keyness.h"

#include <algorithm>
#include <cmath>

namespace nsearch::searcher {

namespace {

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

double summand(double observed, double expected) {
  return observed > 0 && expected > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

double log_likelihood(const WordCounts& counts) {
  const auto a = static_cast<double>(counts.with), b = static_cast<double>(counts.rest_with);
  const auto m = static_cast<double>(counts.of), n = static_cast<double>(counts.rest_of);
  if (share(a, m) <= share(b, n)) return 0;
  const double held = share(a + b, m + n), not_held = 1 - held;
  const double sum = summand(a, m * held) + summand(b, n * held) + summand(m - a, m * not_held) +
                     summand(n - b, n * not_held);
  return std::max(0.0, 2 * sum);
}

double log_ratio(const WordCounts& counts) {
  const double more = counts.rest_with == 0 ? 0.5 : 0;
  const double first = share(static_cast<double>(counts.with) + more, static_cast<double>(counts.of) + more);
  const double second =
      share(static_cast<double>(counts.rest_with) + more, static_cast<double>(counts.rest_of) + more);
  return first > 0 && second > 0 ? std::log2(first / second) : 0;
}

}  // namespace nsearch::searcher
