// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge/merge_generations.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

#include "builder/direct/ordered_output.h"
#include "builder/direct/term_ranges.h"
#include "builder/glass/output_file.h"
#include "builder/glass/table_writer.h"
#include "builder/merge/merge_documents.h"
#include "builder/merge/merge_positions.h"
#include "builder/merge/merge_postings.h"
#include "builder/merge/merge_values.h"
#include "builder/merge/metadata.h"
#include "builder/merge/source.h"
#include "glass/version.h"
#include "nsearch/error.h"
#include "storage/open_database.h"

namespace nsearch::indexer::merge {
namespace {

constexpr std::uint64_t least_memory = 8 << 20;
constexpr std::size_t most_between_writes = 16 << 20;
constexpr std::size_t keys_at_least = 512;  // among which the ranges of a table are cut

/// Smaller than processors' caches, so that what was packed is written while it is there: with 16 MB the system took
/// twice the time.
constexpr std::uint64_t largest_range = 2 << 20;

/// Of entries that are packed together: the last block of each job stays as full as it is.
constexpr std::uint64_t bytes_of_job = 1 << 20;

using Step = std::function<void(RangeOutput& output)>;

/// Part of the work: what one thread does for one table, step by step.
struct Job {
  glass::Table table;
  std::uint64_t bytes = 0;  // about
  std::vector<Step> steps;
};

class Merger {
 public:
  Merger(const std::vector<MergeSource>& sources, const std::filesystem::path& target,
         const std::map<std::string, std::string>& metadata, const MergeOptions& options)
      : target_(target), options_(options), threads_(std::max(1u, options.threads)) {
    for (const MergeSource& source : sources) sources_.emplace_back(source, statistics_);
    metadata_ = merged_metadata(sources_, metadata);
    for (const char* file : glass::table_files) {
      tables_.push_back(std::make_unique<glass::TableWriter>(target / file));
    }
    plan();
  }

  glass::Statistics run() {
    const std::uint64_t memory = std::max(options_.memory, least_memory);
    const auto between_writes =
        static_cast<std::size_t>(std::min<std::uint64_t>(most_between_writes, memory / 2 / threads_));
    direct::OrderedOutput output(static_cast<std::size_t>(memory / 2));
    direct::merge_ranges(output, jobs_.size(), threads_,
                         [&](std::size_t job) { merge(job, output, between_writes); });
    for (const Source& source : sources_) source.check_counts();
    statistics_.greatest_wdf = greatest_wdf_;
    write_version();
    return statistics_;
  }

 private:
  void plan();
  void add(glass::Table table, std::uint64_t bytes, Step step);
  void plan_values();
  void plan_documents(glass::Table which);
  void plan_terms(glass::Table which, std::string_view first,
                  const std::function<void(const KeyRange& range, RangeOutput& output)>& merge_range);
  void merge(std::size_t job, direct::OrderedOutput& output, std::size_t between_writes);
  void told(std::uint64_t bytes);
  void write_version();

  const std::filesystem::path target_;
  const MergeOptions& options_;
  const unsigned threads_;
  glass::Statistics statistics_;
  std::deque<Source> sources_;
  std::map<std::string, std::string> metadata_;
  std::map<std::string, glass::ValueStatistics> slots_;
  std::vector<std::unique_ptr<glass::TableWriter>> tables_;  // by glass::Table
  std::vector<Job> jobs_;
  std::atomic<std::uint32_t> greatest_wdf_ = 0;
  std::mutex progress_;
  std::uint64_t bytes_ = 0;  // merged
};

std::vector<direct::Sample> samples_of(const Source& source, glass::Table which) {
  const nsearch::glass::Table& table = source.table(which);
  std::vector<std::string> keys = nsearch::glass::Cursor(table).dividing_keys(keys_at_least);
  std::vector<direct::Sample> samples;
  for (std::string& key : keys) samples.push_back({std::move(key), table.bytes() / (keys.size() + 1)});
  return samples;
}

/// The ranges between `first` and the last key that begin at `starts`.
std::vector<KeyRange> ranges_from(std::string_view first, std::vector<std::string> starts) {
  std::vector<KeyRange> ranges = {{std::string(first), std::nullopt}};
  for (std::string& start : starts) {
    ranges.back().to = start;
    ranges.push_back({std::move(start), std::nullopt});
  }
  return ranges;
}

void Merger::plan() {
  plan_documents(glass::docdata);
  plan_documents(glass::termlist);
  plan_values();
  add(glass::postlist, 2 * statistics_.documents,
      [this](RangeOutput& output) { merge_lengths(sources_, output); });
  plan_terms(glass::postlist, first_term_key, [this](const KeyRange& range, RangeOutput& output) {
    const std::uint32_t wdf = merge_postings(sources_, range, output);
    for (std::uint32_t known = greatest_wdf_;
         known < wdf && !greatest_wdf_.compare_exchange_weak(known, wdf);) {
    }
  });
  plan_terms(glass::position, {}, [this](const KeyRange& range, RangeOutput& output) {
    merge_positions(sources_, range, output);
  });
}

/// Steps are added in the order of tables and of their keys.
void Merger::add(glass::Table table, std::uint64_t bytes, Step step) {
  if (jobs_.empty() || jobs_.back().table != table || jobs_.back().bytes + bytes > bytes_of_job)
    jobs_.push_back({table, 0, {}});
  jobs_.back().bytes += bytes;
  jobs_.back().steps.push_back(std::move(step));
}

/// What comes first in the postlist table.
void Merger::plan_values() {
  slots_ = count_values(sources_);
  add(glass::postlist, 0, [this](RangeOutput& output) {
    write_metadata(metadata_, output);
    write_value_statistics(slots_, output);
  });
  for (const auto& [slot, statistics] : slots_) {
    constexpr std::uint64_t bytes_of_value = 10;
    add(glass::postlist, bytes_of_value * statistics.documents,
        [this, &key = slot](RangeOutput& output) { merge_values(sources_, key, output); });
  }
}

/// Source after source, each cut where it likes.
void Merger::plan_documents(glass::Table which) {
  for (Source& source : sources_) {
    const auto ranges = ranges_from({}, direct::range_starts(samples_of(source, which), largest_range));
    for (const KeyRange& range : ranges) {
      add(which, source.table(which).bytes() / ranges.size(),
          [&source, which, range](RangeOutput& output) { copy_documents(source, which, range, output); });
    }
  }
}

/// All sources side by side, cut where a term begins.
void Merger::plan_terms(glass::Table which, std::string_view first,
                        const std::function<void(const KeyRange& range, RangeOutput& output)>& merge_range) {
  std::vector<direct::Sample> samples;
  std::uint64_t bytes = 0;
  for (const Source& source : sources_) {
    bytes += source.table(which).bytes();
    for (direct::Sample& sample : samples_of(source, which)) {
      sample.key.resize(text_end(sample.key));
      if (sample.key > first) samples.push_back(std::move(sample));
    }
  }
  const auto ranges = ranges_from(first, direct::range_starts(std::move(samples), largest_range));
  for (const KeyRange& range : ranges) {
    add(which, bytes / ranges.size(),
        [merge_range, range](RangeOutput& output) { merge_range(range, output); });
  }
}

void Merger::merge(std::size_t job, direct::OrderedOutput& output, std::size_t between_writes) {
  const auto take = [&](glass::Leaves&& leaves, bool last) {
    const std::size_t bytes = leaves.bytes();
    direct::RangeLeaves all;
    all.push_back({tables_[jobs_[job].table].get(), std::move(leaves)});
    output.take(job, std::move(all), last);
    told(bytes);
    for (const Source& source : sources_) source.forget(jobs_[job].table);
  };
  RangeOutput range(take, between_writes);
  for (const Step& step : jobs_[job].steps) step(range);
  range.finish();
}

void Merger::told(std::uint64_t bytes) {
  const std::lock_guard lock(progress_);
  bytes_ += bytes;
  if (options_.on_progress) options_.on_progress(bytes_);
}

void Merger::write_version() {
  glass::VersionFile version;
  version.statistics = statistics_;
  for (unsigned i = 0; i < glass::table_count; ++i) version.tables[i] = tables_[i]->finish();
  // Xapian wants the files of these two even where they have no entries.
  for (const glass::Table which : {glass::postlist, glass::termlist}) {
    if (version.tables[which].blocks == 0) glass::OutputFile(target_ / glass::table_files[which]).close();
  }
  glass::OutputFile file(target_ / glass::version_file_name);
  file.write(glass::version_file(version));
  file.close();
}

}  // namespace

bool can_be_merged(const std::filesystem::path& generation) {
  return nsearch::glass::read_version(generation).has_value();
}

glass::Statistics merge_generations(const std::vector<MergeSource>& sources,
                                    const std::filesystem::path& target,
                                    const std::map<std::string, std::string>& metadata,
                                    const MergeOptions& options) {
  try {
    return Merger(sources, target, metadata, options).run();
  } catch (const Xapian::DatabaseOpeningError& error) {
    throw to_error(target.string(), error);
  } catch (const Xapian::Error& error) {
    // Its message names the file. What was overwritten by a later revision is damage too: no one writes here.
    throw Error(ErrorCode::corrupt, error.get_msg(),
                "restore the index from a copy, or index the documents again");
  }
}

}  // namespace nsearch::indexer::merge
