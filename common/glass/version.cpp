// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/version.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "glass/bytes.h"

namespace nsearch::glass {

namespace {

constexpr std::string_view magic("\x0f\x0dXapian Glass\x04\x6e", 16);
constexpr std::size_t uuid_bytes = 16;

bool take_root(const Byte*& at, const Byte* end, TableRoot& root) {
  std::uint32_t flags = 0, blocks_of = 0, threshold = 0, free_list = 0;
  const bool whole = take_varint(at, end, root.block) && take_varint(at, end, flags) &&
                     take_varint(at, end, root.entries) && take_varint(at, end, blocks_of) &&
                     take_varint(at, end, threshold) && take_varint(at, end, free_list);
  if (!whole || static_cast<std::size_t>(end - at) < free_list) return false;
  at += free_list;
  root.level = flags >> 2;
  root.fake = (flags & 1) != 0;
  root.block_size = blocks_of * 2048;
  return root.block_size >= 2048 && root.block_size <= 65536;
}

}  // namespace

std::optional<Version> read_version(const std::filesystem::path& folder) {
  std::ifstream file(folder / "iamglass", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (bytes.size() < magic.size() + uuid_bytes || bytes.compare(0, magic.size(), magic) != 0)
    return std::nullopt;
  const Byte* at = reinterpret_cast<const Byte*>(bytes.data()) + magic.size() + uuid_bytes;
  const Byte* const end = reinterpret_cast<const Byte*>(bytes.data()) + bytes.size();
  Version version;
  if (!take_varint(at, end, version.revision)) return std::nullopt;
  TableRoot spelling, synonyms;
  for (TableRoot* root :
       {&version.postings, &version.data, &version.terms, &version.positions, &spelling, &synonyms}) {
    if (!take_root(at, end, *root)) return std::nullopt;
  }
  std::uint32_t beyond = 0, shortest = 0, greatest = 0, longest = 0, oldest = 0;
  const bool whole = take_varint(at, end, version.documents) && take_varint(at, end, beyond) &&
                     take_varint(at, end, shortest) && take_varint(at, end, greatest) &&
                     take_varint(at, end, longest) && take_varint(at, end, oldest) &&
                     take_varint(at, end, version.total_length);
  if (!whole || beyond > UINT32_MAX - version.documents - 1) return std::nullopt;
  version.last_document = version.documents + beyond;
  // A folder's tables are files of their own; one file with all of them has no such file.
  if (!version.postings.fake && !std::filesystem::exists(folder / "postlist.glass")) return std::nullopt;
  return version;
}

}  // namespace nsearch::glass
