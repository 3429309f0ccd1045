// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/version.h"

namespace nsearch {

const char* version() noexcept {
  return NSEARCH_VERSION;
}

}  // namespace nsearch
