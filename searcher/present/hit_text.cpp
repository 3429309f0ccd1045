// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/hit_text.h"

namespace nsearch::searcher {

void write_hit(const Hit& hit, std::ostream& out, const Palette& palette) {
  const StoredDocument& d = hit.document;
  out << hit.rank << ". ";
  // The title is marked where it was looked at for snippets.
  const std::string& plain = d.title.empty() ? hit.id : d.title;
  out << (hit.title.text.empty() ? printable(plain) : paint(hit.title, palette, palette.title)) << '\n';

  std::string facts = d.language;
  for (const std::string* fact : {&d.date, &d.source, &d.author})
    if (!fact->empty()) facts += (facts.empty() ? "" : " | ") + printable(*fact);
  facts += (facts.empty() ? "" : " | ") + printable(hit.id);
  out << "   " << palette.faint << facts << palette.reset << '\n';

  const std::string& place = d.url.empty() ? d.origin.path : d.url;
  if (!place.empty() && place != hit.id)
    out << "   " << palette.faint << printable(place) << palette.reset << '\n';
  for (const MarkedText& snippet : hit.snippets) out << "   " << paint(snippet, palette) << '\n';
}

}  // namespace nsearch::searcher
