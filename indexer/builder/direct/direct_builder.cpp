// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/direct_builder.h"

#include "builder/direct/merge_runs.h"
#include "builder/direct/reduce_runs.h"
#include "builder/direct/run_merge.h"
#include "builder/glass/encoding.h"
#include "builder/glass/posting_list.h"

namespace nsearch::indexer::direct {
namespace {

using glass::LeafPacker;
using glass::Leaves;

constexpr std::string_view metadata_prefix{"\0\xc0", 2};
constexpr std::size_t bytes_between_writes = 4 << 20;

}  // namespace

DirectBuilder::DirectBuilder(const std::filesystem::path& folder, const MemoryPlan& plan)
    : folder_(folder), plan_(plan), store_(folder / "runs"), lengths_(folder / "lengths") {
  for (const char* file : glass::table_files) {
    tables_.push_back(std::make_unique<glass::TableWriter>(folder / file));
  }
}

DirectBuilder::~DirectBuilder() = default;

PartLimits DirectBuilder::limits() const {
  // Large enough for a run's terms to be found in many of its documents, small enough for a few runs to be on
  // their way at a time.
  return {1000, plan_.part_bytes};
}

std::unique_ptr<PartBuilder> DirectBuilder::part_builder() {
  return std::make_unique<RunPartBuilder>();
}

void DirectBuilder::take(std::unique_ptr<BuiltPart> part) {
  auto& run = static_cast<RunPart&>(*part);
  table(glass::termlist).append(std::move(run.term_lists));
  table(glass::docdata).append(std::move(run.records));
  store_.add(run.postings);
  for (auto& [slot, values] : run.values) store_.add(slot, values);
  statistics_.add(run.statistics);
  lengths_.write_value(run.first_document);
  lengths_.write_value(static_cast<std::uint32_t>(run.lengths.size()));
  for (const std::uint32_t length : run.lengths) lengths_.write_value(length);
}

void DirectBuilder::finish(const std::map<std::string, std::string>& metadata) {
  LeafPacker leaves;
  for (const auto& [name, value] : metadata) leaves.add(std::string(metadata_prefix) + name, value);
  write_values(leaves);
  write_lengths(leaves);
  table(glass::postlist).append(leaves.take_all());
  reduce_runs(store_, most_runs_at_once, plan_);
  merge_runs(store_, table(glass::postlist), table(glass::position), plan_);
  glass::VersionFile version;
  version.statistics = statistics_;
  for (unsigned i = 0; i < glass::table_count; ++i) version.tables[i] = tables_[i]->finish();
  glass::OutputFile file(folder_ / glass::version_file_name);
  file.write(glass::version_file(version));
  file.close();
}

/// Slots in the order of their keys, which is not that of their numbers.
void DirectBuilder::write_values(LeafPacker& leaves) {
  std::map<std::string, const RunStore::Slot*> by_key;
  std::map<std::string, std::string> statistics;
  for (const auto& [slot, values] : store_.slots()) {
    by_key[glass::value_chunks_key(slot)] = &values;
    statistics[glass::value_statistics_key(slot)] = glass::value_statistics_tag(values.statistics);
  }
  for (const auto& [key, tag] : statistics) leaves.add(key, tag);
  std::string chunks, chunk_key;
  for (const auto& entry : by_key) {
    const std::string& key = entry.first;
    for (const Stretch& stretch : entry.second->chunks) {
      store_.read(stretch, chunks);
      glass::for_each_chunk(chunks, [&](std::uint32_t first, std::string_view tag) {
        chunk_key.assign(key);
        glass::append_sortable(chunk_key, first);
        leaves.add(chunk_key, tag);
      });
      if (leaves.bytes() >= bytes_between_writes) table(glass::postlist).append(leaves.take_full());
    }
  }
}

void DirectBuilder::write_lengths(LeafPacker& leaves) {
  glass::PostingListWriter list(leaves);
  glass::SpoolReader runs(lengths_);
  for (bool any = false; !runs.at_end(); any = true) {
    auto document = runs.take_value<std::uint32_t>();
    if (!any) list.begin_lengths(document);
    for (auto left = runs.take_value<std::uint32_t>(); left != 0; --left)
      list.add(document++, runs.take_value<std::uint32_t>());
    if (leaves.bytes() >= bytes_between_writes) table(glass::postlist).append(leaves.take_full());
  }
  list.end();
}

}  // namespace nsearch::indexer::direct
