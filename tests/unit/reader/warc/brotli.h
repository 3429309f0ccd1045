// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace reader_test {

/// A brotli stream.
std::string brotli(const std::string& bytes);

}  // namespace reader_test
