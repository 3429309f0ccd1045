// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "reader/reader.h"

/// Every input format, one line each, in the order that `--help` names them: NAME stands for `ReaderEntry
/// NAME_format()`, which the format's own file defines.
#define NSEARCH_INPUT_FORMATS(FORMAT) \
  FORMAT(jsonl)                       \
  FORMAT(html)                        \
  FORMAT(feed)                        \
  FORMAT(newsml_g2)                   \
  FORMAT(newsml)                      \
  FORMAT(nitf)                        \
  FORMAT(json)                        \
  FORMAT(ninjs)                       \
  FORMAT(csv)                         \
  FORMAT(tsv)                         \
  FORMAT(markdown)                    \
  FORMAT(warc)                        \
  FORMAT(text)                        \
  FORMAT(dump)

namespace nsearch::indexer {

#define NSEARCH_DECLARE_FORMAT(NAME) ReaderEntry NAME##_format();
NSEARCH_INPUT_FORMATS(NSEARCH_DECLARE_FORMAT)
#undef NSEARCH_DECLARE_FORMAT

}  // namespace nsearch::indexer
