// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nsearch::quality {

/// A web page and what should be read from it; an empty title or date is not judged.
struct JudgedPage {
  std::string name;
  std::string html;
  std::string title;
  std::string date;
  std::string body;
};

/// The sets of judged pages by name, in the order of reports.
const std::vector<std::string>& page_sets();

/// The pages of `folder`/SET.tar.gz, which is unpacked to a temporary folder meanwhile, by name. Throws Error(io).
std::vector<JudgedPage> load_page_set(const std::string& folder, const std::string& set);

}  // namespace nsearch::quality
