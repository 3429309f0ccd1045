// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/html_text.h"

#include "reader/html/html_tree.h"
#include "reader/html/line_writer.h"
#include "reader/html/sound_text.h"

namespace nsearch::indexer {

std::string html_text(std::string_view fragment) {
  if (fragment.empty()) return {};
  std::string repaired;
  const html::Tree tree(html::sound_text(fragment, repaired));
  return html::lines_of(tree, 0, tree.size(),
                        [&](html::NodeIndex node) { return html::is_unseen(tree[node].tag); });
}

}  // namespace nsearch::indexer
