// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "nsearch/document.h"

namespace nsearch::indexer {

/// Makes a document of a text that was copied from somewhere: its title is the first line, and what stands around that in web pages becomes
/// fields: bread crumbs ("Accueil > Économie > Title": the title, and the categories), lines that say who wrote and when. A
/// picture's credit becomes a further field, and a paragraph of its own. `text`: without control characters; its first line is not
/// blank. Id and origin are left to the caller.
Document make_plain_article(std::string_view text);

}  // namespace nsearch::indexer
