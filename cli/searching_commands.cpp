// SPDX-License-Identifier: GPL-2.0-or-later
#include "program.h"

namespace nsearch::cli {

std::vector<Command> searching_commands() {
  return {{"query", add_query},
          {"count", add_count},
          {"duplicates", add_duplicates},
          {"related", add_related},
          {"terms", add_terms},
          {"timeline", add_timeline},
          {"show", add_show},
          {"info", add_info},
          {"alert", add_alert},
          {"synonyms", add_synonyms},
          {"analyze", add_analyze},
          {"languages", add_languages},
          {"dictionary", add_dictionary}};
}

}  // namespace nsearch::cli
