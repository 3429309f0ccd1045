// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/version_file.h"

#include <algorithm>
#include <random>

#include "builder/glass/encoding.h"

namespace nsearch::indexer::glass {
namespace {

constexpr unsigned revision = 1;
constexpr unsigned block_size_unit = 2048;
constexpr std::size_t uuid_size = 16;

/// Tags of at least so many bytes are worth compressing, for those who update the table later; 0: none is.
constexpr std::array<unsigned, table_count> compression_threshold = {0, 18, 18, 0, 18, 18};

/// Random, as RFC 4122 has it: version 4, variant 1.
void append_uuid(std::string& out) {
  std::random_device random;
  std::array<unsigned char, uuid_size> uuid;
  for (unsigned char& byte : uuid) byte = static_cast<unsigned char>(random());
  uuid[6] = (uuid[6] & 0x0f) | 0x40;
  uuid[8] = (uuid[8] & 0x3f) | 0x80;
  out.append(uuid.begin(), uuid.end());
}

/// No block is free in a table that has been written once.
void append_free_list(std::string& out, std::uint32_t blocks) {
  std::string list;
  append_varint(list, revision);
  append_varint(list, blocks);
  list.append(4, '\0');  // head and tail of the list: nowhere
  append_sized(out, list);
}

void append_root(std::string& out, const TableRoot& root, unsigned threshold) {
  const bool fake = root.blocks == 0;  // there is no root block
  // Leaves lie in the order of their keys, so those who read all of them need no branches.
  constexpr bool sequential = true;
  append_varint(out, root.block);
  append_varint(out, root.level * 4 + sequential * 2 + fake);
  append_varint(out, root.entries);
  append_varint(out, block_size / block_size_unit);
  append_varint(out, threshold);
  append_free_list(out, root.blocks);
}

}  // namespace

void Statistics::add_document(std::uint32_t number, std::uint32_t length) {
  Statistics one;
  one.documents = 1;
  one.last_document = number;
  one.shortest_length = one.longest_length = length;
  one.total_length = length;
  add(one);
}

void Statistics::add(const Statistics& later) {
  documents += later.documents;
  last_document = later.last_document;
  if (shortest_length == 0 || (later.shortest_length != 0 && later.shortest_length < shortest_length)) {
    shortest_length = later.shortest_length;
  }
  longest_length = std::max(longest_length, later.longest_length);
  greatest_wdf = std::max(greatest_wdf, later.greatest_wdf);
  total_length += later.total_length;
}

std::string version_file(const VersionFile& version) {
  std::string out(version_magic);
  append_uuid(out);
  append_varint(out, revision);
  for (unsigned table = 0; table < table_count; ++table) {
    append_root(out, version.tables[table], compression_threshold[table]);
  }
  const Statistics& s = version.statistics;
  append_varint(out, s.documents);
  append_varint(out, s.last_document - s.documents);
  append_varint(out, s.shortest_length);
  append_varint(out, s.greatest_wdf);
  append_varint(out, s.longest_length - s.greatest_wdf);
  append_varint(out, 0);  // oldest changeset
  append_varint(out, s.total_length);
  append_varint(out, 0);  // greatest frequency of a spelling
  return out;
}

std::optional<VersionSummary> read_version_file(std::string_view bytes) {
  if (!bytes.starts_with(version_magic) || bytes.size() < version_magic.size() + uuid_size) {
    return std::nullopt;
  }
  const std::string padded = std::string(bytes.substr(version_magic.size() + uuid_size)) + '\0';
  const char* at = padded.data();
  const char* const end = at + padded.size() - 1;
  const auto number = [&]() -> std::uint64_t { return at < end ? take_varint(at) : 0; };
  VersionSummary summary;
  summary.revision = number();
  for (VersionSummary::Table& table : summary.tables) {
    number();  // root block
    number();  // level and flags
    table.entries = number();
    table.block_size = number() * block_size_unit;
    table.threshold = number();
    at +=
        std::min<std::uint64_t>(number(), static_cast<std::uint64_t>(end - std::min(at, end)));  // free list
  }
  for (std::uint64_t& statistic : summary.statistics) statistic = number();
  if (at != end) return std::nullopt;
  return summary;
}

}  // namespace nsearch::indexer::glass
