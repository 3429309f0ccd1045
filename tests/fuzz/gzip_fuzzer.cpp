// SPDX-License-Identifier: GPL-2.0-or-later
// Decompresses anything: either its end comes, or Error(corrupt).
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "nsearch/error.h"
#include "reader/gzip_source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nsearch::indexer;
  const auto source = gzip_source(memory_source({reinterpret_cast<const char*>(data), size}));
  static char buffer[4096];
  try {
    for (std::size_t total = 0; total < 1 << 20;) {
      const std::size_t count = source->read(buffer, sizeof buffer);
      if (count == 0) break;
      total += count;
    }
  } catch (const nsearch::Error& error) {
    if (error.code() != nsearch::ErrorCode::corrupt) std::abort();
  }
  return 0;
}
