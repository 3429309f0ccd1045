// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/half.h"

#include <cstdint>

namespace nsearch::quality {

Half half_of(std::string_view query_id) {
  std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a; its high bits are the well-mixed ones
  for (const char c : query_id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15u;
  return hash >> 63 != 0 ? Half::b : Half::a;
}

}  // namespace nsearch::quality
