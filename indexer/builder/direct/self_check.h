// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace nsearch::indexer::direct {

/// Whether the direct builder writes what the installed Xapian writes: a few documents are built by both in
/// folder `scratch` (made, and removed afterwards), the version files are read and compared, and so is all
/// that the public interface shows of them; Xapian checks the direct one. Empty: they are the same. Otherwise
/// what is different. Some milliseconds. Throws Error(io).
std::string self_check(const std::filesystem::path& scratch);

}  // namespace nsearch::indexer::direct
