// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/document.h"

namespace nsearch {

std::string document_id(const Document& document) {
  if (!document.id.empty()) {
    return document.id;
  }
  if (!document.url.empty()) {
    return document.url;
  }
  if (document.origin.record == 0) {
    return document.origin.path;
  }
  return document.origin.path + '#' + std::to_string(document.origin.record);
}

}  // namespace nsearch
