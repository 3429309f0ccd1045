// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace nsearch::cli {

/// 1234567 -> "1,234,567".
std::string grouped(std::uint64_t number);

/// One digit after the point: 5.6.
std::string decimal(double number);

}  // namespace nsearch::cli
