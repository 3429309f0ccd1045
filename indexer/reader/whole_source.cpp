// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/whole_source.h"

#include "nsearch/error.h"

namespace nsearch::indexer {

std::optional<TextFault> read_whole(ByteSource& source, std::size_t most, std::string& bytes) {
  constexpr std::size_t chunk = 64 * 1024;
  std::size_t count = 0;
  try {
    do {
      const std::size_t have = bytes.size();
      bytes.resize(have + chunk);
      count = source.read(bytes.data() + have, chunk);
      bytes.resize(have + count);
      if (bytes.size() > most) {
        return TextFault{most, "too large: at most " + std::to_string(most) + " bytes are taken; split it"};
      }
    } while (count > 0);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::corrupt) throw;
    return TextFault{bytes.size(), error.what()};
  }
  return std::nullopt;
}

}  // namespace nsearch::indexer
