// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge/merge_values.h"

#include <functional>
#include <utility>

#include "builder/glass/encoding.h"
#include "builder/merge/key_range.h"
#include "glass/values.h"

namespace nsearch::indexer::merge {
namespace {

constexpr std::uint64_t chunks_between_forgetting = 2048;  // some 4 MB

using Take = std::function<void(const std::string& slot, std::uint32_t number, std::string_view value)>;

/// The beginning of a chunk's key, up to the document; empty where it is damaged.
std::string_view slot_of(std::string_view key) {
  const auto* const begin = reinterpret_cast<const nsearch::glass::Byte*>(key.data());
  const auto* at = begin + glass::value_chunks_prefix.size();
  std::uint32_t slot = 0;
  if (!nsearch::glass::take_varint(at, begin + key.size(), slot)) return {};
  return key.substr(0, static_cast<std::size_t>(at - begin));
}

/// Gives the values of a chunk, with their documents' new numbers, or NumberMap::dropped.
void read_chunk(const Source& source, nsearch::glass::Cursor& cursor, const std::string& slot,
                std::string& buffer, std::uint32_t& last, const Take& take) {
  nsearch::glass::ValueChunk chunk;
  for (bool sound = chunk.open(cursor.key().substr(slot.size()), cursor.plain_tag(buffer));;
       sound = chunk.next()) {
    if (!sound) cursor.corrupt("a chunk of values is damaged");
    if (chunk.document() <= last) cursor.corrupt("values are out of order");
    last = chunk.document();
    take(slot, source.renumbered(chunk.document()), chunk.value());
    if (chunk.at_last()) return;
  }
}

/// Gives the values of the chunks whose keys begin with `prefix`, slot by slot. Returns the number of chunks.
std::uint64_t read_values(const Source& source, std::string_view prefix, const Take& take) {
  const KeyRange range{std::string(prefix), std::nullopt};
  nsearch::glass::Cursor cursor(source.table(glass::postlist));
  std::string slot, buffer;
  std::uint32_t last = 0;
  std::uint64_t chunks = 0;
  for (bool more = go_to(cursor, range); more && cursor.key().starts_with(prefix); more = cursor.next()) {
    const std::string_view found = slot_of(cursor.key());
    if (found.empty()) cursor.corrupt("a key holds no slot");
    if (found != slot) {
      if (found <= slot) cursor.corrupt("keys are out of order");
      slot.assign(found);
      last = 0;
    }
    read_chunk(source, cursor, slot, buffer, last, take);
    if (++chunks % chunks_between_forgetting == 0) source.forget(glass::postlist);
  }
  return chunks;
}

}  // namespace

std::map<std::string, glass::ValueStatistics> count_values(const std::deque<Source>& sources) {
  std::map<std::string, glass::ValueStatistics> slots;
  for (const Source& source : sources) {
    const std::string* slot = nullptr;
    glass::ValueStatistics* statistics = nullptr;
    read_values(source, glass::value_chunks_prefix,
                [&](const std::string& of, std::uint32_t number, std::string_view value) {
                  if (slot == nullptr || *slot != of) {
                    const auto at = slots.try_emplace(of).first;
                    slot = &at->first;
                    statistics = &at->second;
                  }
                  if (number != NumberMap::dropped) statistics->add(value);
                });
    source.forget(glass::postlist);
  }
  return slots;
}

void write_value_statistics(const std::map<std::string, glass::ValueStatistics>& slots, RangeOutput& output) {
  std::map<std::string, std::string> entries;
  for (const auto& [chunks, statistics] : slots) {
    if (statistics.documents == 0) continue;
    const char* number = chunks.data() + glass::value_chunks_prefix.size();
    const auto slot = static_cast<std::uint32_t>(glass::take_varint(number));
    entries[glass::value_statistics_key(slot)] = glass::value_statistics_tag(statistics);
  }
  for (const auto& [key, tag] : entries) output.leaves().add(key, tag);
}

void merge_values(std::deque<Source>& sources, const std::string& slot, RangeOutput& output) {
  constexpr std::size_t bytes_between_writes = 64 << 10;
  glass::ValueChunks chunks;
  std::string key;
  const auto write = [&](std::string_view full) {
    glass::for_each_chunk(full, [&](std::uint32_t first, std::string_view tag) {
      key.assign(slot);
      glass::append_sortable(key, first);
      output.leaves().add(key, tag);
    });
    output.flush();
  };
  for (Source& source : sources) {
    const auto read =
        read_values(source, slot, [&](const std::string&, std::uint32_t number, std::string_view value) {
          if (number == NumberMap::dropped) return;
          chunks.add(number, value);
          if (chunks.full_bytes() >= bytes_between_writes) write(chunks.take_full());
        });
    source.count(glass::postlist, read);
  }
  write(chunks.finish());
}

}  // namespace nsearch::indexer::merge
