// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace reader_test {

/// Deflate, with what zlib puts around it for such a window.
std::string deflated(const std::string& bytes, int window);
std::string brotli(const std::string& bytes);

}  // namespace reader_test
