// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

namespace nsearch::cli {

/// From here on SIGINT and SIGTERM end nothing by themselves: the function given tells whether one came.
std::function<bool()> catch_interrupts();

}  // namespace nsearch::cli
