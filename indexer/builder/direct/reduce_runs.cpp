// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/reduce_runs.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "builder/direct/ordered_output.h"
#include "builder/direct/run_merge.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t bytes_between_writes = 1 << 20;

/// The postings of a term of one run behind those of runs before it, whose last document is `last`.
void append_postings(RunReader& run, bool first, std::uint32_t last, std::string& out, RunWriter& writer) {
  if (!first) glass::append_varint(out, run.head().list.first - last - 1);
  for (std::uint64_t done = 0; done != run.head().posting_bytes;) {
    const std::string_view bytes = run.postings(done, 1);
    out += bytes;
    done += bytes.size();
    if (out.size() < bytes_between_writes) continue;
    writer.write(out);
    out.clear();
  }
}

/// How many bytes the postings of the term at hand take together.
std::uint64_t posting_bytes(RunMerge& terms) {
  std::uint64_t bytes = 0;
  std::uint32_t last = 0;
  std::string gap;
  terms.for_each_reader([&](const RunReader& run) {
    gap.clear();
    if (bytes != 0) glass::append_varint(gap, run.head().list.first - last - 1);
    bytes += gap.size() + run.head().posting_bytes;
    last = run.head().last;
  });
  return bytes;
}

StoredRun merged(std::span<const StoredRun> runs, const RunStore& store, std::size_t number,
                 std::size_t window_memory) {
  RunWriter writer(store.new_file(number), store.scratch(number));
  RunMerge terms(runs, {}, nullptr, window_memory);
  std::string out;
  std::uint64_t offset = 0, sampled = 0;  // of the record at hand, and of the last one sampled
  bool any = false;
  while (terms.next()) {
    if (!any || offset - sampled >= bytes_between_samples) {
      const TermKey key = term_key(terms.term());
      writer.add({key.first, key.second, sampled = offset});
      any = true;
    }
    RecordHead head = terms.head();
    head.posting_bytes = posting_bytes(terms);
    const std::size_t begin = out.size();
    append_record_head(out, terms.term(), head);
    offset += out.size() - begin + head.posting_bytes;
    bool first = true;
    std::uint32_t last = 0;
    terms.for_each_reader([&](RunReader& run) {
      append_postings(run, first, last, out, writer);
      first = false;
      last = run.head().last;
    });
  }
  writer.write(out);
  return writer.finish();
}

}  // namespace

void reduce_runs(RunStore& store, std::size_t most, const MemoryPlan& plan) {
  while (store.runs().size() > most) {
    const std::span<const StoredRun> runs = store.runs();
    // Groups are of about one size, so that threads end together.
    const std::size_t groups = (runs.size() + most - 1) / most;
    std::vector<StoredRun> larger(groups);
    OrderedOutput none;
    merge_ranges(none, groups, plan.threads, [&](std::size_t group) {
      const std::size_t begin = group * runs.size() / groups, end = (group + 1) * runs.size() / groups;
      larger[group] = merged(runs.subspan(begin, end - begin), store, group, window_memory(plan));
    });
    store.replace_runs(std::move(larger));
  }
}

}  // namespace nsearch::indexer::direct
