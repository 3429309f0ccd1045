// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::quality {

/// Calls `each` with every line of a file, plain or gzip-compressed, without its line break. Throws
/// Error(io).
void for_each_line(const std::string& path, const std::function<void(std::string_view)>& each);

/// The fields of a line, parted by `separator`; empty fields count.
std::vector<std::string_view> split(std::string_view line, char separator);

/// The fields of a line, parted by runs of blanks and tabs.
std::vector<std::string_view> split_blanks(std::string_view line);

/// A number at the start of `text`. Throws Error(usage) that names `path` where there is none.
int to_int(std::string_view text, const std::string& path);

}  // namespace nsearch::quality
