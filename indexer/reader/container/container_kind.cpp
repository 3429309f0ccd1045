// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/container_kind.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "reader/gzip_source.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t tar_block = 512;
constexpr std::size_t sum_begin = 148;
constexpr std::size_t sum_end = 156;

/// Octal digits within spaces and NULs; -1: something else.
std::int64_t octal(std::string_view field) {
  const std::size_t begin = field.find_first_not_of(' ');
  if (begin == field.npos) return -1;
  std::int64_t number = 0;
  std::size_t at = begin;
  for (; at < field.size() && field[at] >= '0' && field[at] <= '7'; ++at)
    number = number * 8 + (field[at] - '0');
  const bool ended = at == field.size() || field[at] == ' ' || field[at] == '\0';
  return at > begin && ended ? number : -1;
}

/// A tar header bears the sum of its own bytes (POSIX.1-1988, ustar), its field counted as spaces.
bool looks_like_tar(std::string_view head) {
  if (head.size() < tar_block || head[0] == '\0') return false;
  std::int64_t sum = 0;
  for (std::size_t at = 0; at < tar_block; ++at) {
    const bool in_field = at >= sum_begin && at < sum_end;
    sum += in_field ? ' ' : static_cast<unsigned char>(head[at]);
  }
  return octal(head.substr(sum_begin, sum_end - sum_begin)) == sum;
}

/// A level, then the mark of a block, or of the end where there is none.
bool looks_like_bzip2(std::string_view head) {
  const std::string_view mark = head.substr(std::min<std::size_t>(head.size(), 4), 6);
  return head.starts_with("BZh") && (mark == "1AY&SY" || mark == "\x17rE8P\x90");
}

bool looks_like_zip(std::string_view head) {
  constexpr std::size_t local_header = 30;
  if (head.starts_with("PK\x05\x06")) return true;  // without members
  return head.starts_with("PK\x03\x04") && head.size() >= local_header;
}

}  // namespace

ContainerKind container_kind(std::string_view head) {
  if (looks_like_gzip(head)) return ContainerKind::gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD")) return ContainerKind::zstd;
  if (looks_like_bzip2(head)) return ContainerKind::bzip2;
  if (head.starts_with(std::string_view("\xFD"
                                        "7zXZ\0",
                                        6)))
    return ContainerKind::xz;
  if (looks_like_zip(head)) return ContainerKind::zip;
  return looks_like_tar(head) ? ContainerKind::tar : ContainerKind::none;
}

const char* container_name(ContainerKind kind) {
  constexpr const char* names[] = {"", "gzip", "zstd", "bzip2", "xz", "tar", "zip"};
  return names[static_cast<int>(kind)];
}

}  // namespace nsearch::indexer
