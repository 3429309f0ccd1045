// SPDX-License-Identifier: GPL-2.0-or-later
// Packs bytes, and unpacks them again as the program does.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reader/container/unpack.h"
#include "support.h"

namespace reader_test {

using Members = std::vector<std::pair<std::string, std::string>>;  ///< names and contents

/// A tar archive (ustar, pax where it must).
std::string tar(const Members& members);
/// A tar archive of one member, of which only what is no NUL is stored.
std::string sparse_tar(const std::string& name, const std::string& bytes);
/// A zip archive; not compressed if so asked.
std::string zip(const Members& members, bool compressed = true);
/// `filter`: "zstd", "bzip2", "xz".
std::string compress(const std::string& filter, const std::string& bytes);

/// What unpack() gives: "path: bytes" of each content and "path@byte: reason" of each trouble. A content's own damage stands after it in
/// braces.
std::vector<std::string> unpacked(const std::string& bytes, const std::string& path = "in");

}  // namespace reader_test
