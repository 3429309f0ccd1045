// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/day_name.h"

#include <string>

#include "storage/index_schema.h"

namespace nsearch::searcher {

std::optional<int> read_day_name(std::string_view text) {
  std::string name = schema::fold_name(text);
  const std::size_t apostrophe = name.find("\u2019");
  if (apostrophe != std::string::npos) name.replace(apostrophe, 3, "'");
  if (name == "today" || name == "aujourd'hui" || name == "vandaag" || name == "heute") return 0;
  if (name == "yesterday" || name == "hier" || name == "gisteren" || name == "gestern") return 1;
  return std::nullopt;
}

}  // namespace nsearch::searcher
