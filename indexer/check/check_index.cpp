// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "check/check_contents.h"
#include "check/isolated.h"
#include "nsearch/check.h"
#include "nsearch/document.h"
#include "storage/index_directory.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/shards.h"
#include "storage/tombstones.h"

namespace nsearch {
namespace {

using namespace indexer;
namespace fs = std::filesystem;

/// Tables of a glass database; those that hold nothing may be absent, the first three never.
constexpr const char* tables[] = {"postlist", "docdata", "termlist", "position", "spelling", "synonym"};

/// After so long without a sign of life a part is taken for endless. Xapian's check of a table gives none.
constexpr std::chrono::seconds patience{120};
constexpr std::uint64_t slowest_bytes_per_second = 1'000'000;

/// Collects what one part finds.
class Report : public Finds {
 public:
  Report(CheckReport& report, const CheckOptions& options, const std::string& part)
      : report_(report), options_(options) {
    report_.parts.push_back({part, 0, false});
    if (options_.on_part) options_.on_part(part);
  }
  void problem(const std::string& where, const std::string& what) override {
    CheckedPart& part = report_.parts.back();
    ++report_.problems;
    if (++part.problems <= options_.most_findings) report_.findings.push_back({part.name, where, what});
  }
  void note(const std::string& text) override { report_.notes.push_back(text); }
  void counted(const std::string& what, std::uint64_t number) override {
    (what == "documents" ? report_.documents : report_.terms) += number;
  }
  void at(const char*, std::string_view) override {}

  void run(const std::function<void(Finds&)>& work, std::chrono::seconds silence) {
    const std::string why = run_isolated(work, silence, *this);
    if (why.empty()) return;
    report_.parts.back().crashed = true;
    problem("", "the checker did not come to its end: " + why);
  }

 private:
  CheckReport& report_;
  const CheckOptions& options_;
};

/// Xapian's own check.
void check_table(const std::string& table, Finds& finds) {
  std::ostringstream out;
  std::size_t errors = 0;
  try {
    errors = Xapian::Database::check(table, 0, &out);
  } catch (const Xapian::Error& error) {
    return finds.problem("", to_error(table, error).what());
  }
  if (errors == 0) return;
  std::istringstream lines(out.str());
  std::size_t told = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    finds.problem("", line);
    ++told;
  }
  for (; told < errors; ++told) finds.problem("", "Xapian's check counts an error");
}

/// The parts of one generation. `prefix` begins their names.
void check_generation(const fs::path& generation, const std::string& prefix, const CheckOptions& options,
                      CheckReport& report) {
  for (const char* table : tables) {
    const fs::path file = generation / (std::string(table) + ".glass");
    std::error_code absent;
    const auto bytes = fs::file_size(file, absent);
    if (absent) continue;  // what misses it is a problem of the contents
    const auto silence = patience + std::chrono::seconds(bytes / slowest_bytes_per_second);
    Report(report, options, prefix + table)
        .run([&](Finds& finds) { check_table(file.string(), finds); }, silence);
  }
  Report(report, options, prefix + "contents")
      .run([&](Finds& finds) { check_contents(generation.string(), options.deep, finds); }, patience);
}

/// What a generation and that of recent changes to it say of each other.
void check_changes(const fs::path& main_folder, const fs::path& recent_folder, Finds& finds) {
  try {
    const Xapian::Database main(main_folder.string()), recent(recent_folder.string());
    if (storage::dead_documents(recent) > 0) finds.problem("", "recent changes have tombstones themselves");
    if (!storage::tombstones_set(main, recent))
      return finds.note("a commit was cut off between its halves: the next writer completes it");
    const std::string prefix(schema::prefix::id);
    for (auto id = recent.allterms_begin(prefix); id != recent.allterms_end(prefix); ++id) {
      if (storage::live_document(main, *id) != 0)
        finds.problem("term " + *id, "a document with this id was replaced, and has no tombstone");
    }
  } catch (const Xapian::Error& error) {
    finds.problem("", to_error(recent_folder.string(), error).what());
  }
}

/// The parts of one shard, or of an index that has no others.
void check_one(const IndexDirectory& index, const std::string& prefix, const CheckOptions& options,
               CheckReport& report) {
  const CommitGate gate(index, CommitGate::Side::copier);
  const IndexDirectory::InForce in_force = index.in_force();
  check_generation(in_force.main, prefix, options, report);
  if (!in_force.recent) return;
  check_generation(*in_force.recent, prefix + "recent/", options, report);
  Report(report, options, prefix + "recent/changes")
      .run([&](Finds& finds) { check_changes(in_force.main, *in_force.recent, finds); }, patience);
}

/// Each document must lie where it is looked for.
void check_routes(const IndexDirectory& shard, std::size_t number, std::size_t shards, Finds& finds) {
  for (const fs::path& generation : shard.in_force().all()) {
    try {
      const Xapian::Database database(generation.string());
      for (auto id = database.valuestream_begin(schema::slot_tie_break);
           id != database.valuestream_end(schema::slot_tie_break); ++id) {
        const std::size_t belongs = shard_of(*id, shards);
        if (belongs == number) continue;
        finds.problem("document " + *id, "belongs to " + storage::shard_name(belongs, shards));
      }
    } catch (const Xapian::Error& error) {
      finds.problem("", to_error(generation.string(), error).what());
    }
  }
}

}  // namespace

CheckReport check_index(const std::string& directory, const CheckOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  // Throws where no index is, before a lock file is made.
  const std::vector<fs::path> shards = storage::shards_to_write(IndexDirectory(directory));
  CheckReport report;
  if (shards.size() == 1) {
    check_one(IndexDirectory(directory), {}, options, report);
  } else {
    for (std::size_t i = 0; i < shards.size(); ++i) {
      const std::string prefix = shards[i].filename().string() + '/';
      check_one(IndexDirectory(shards[i]), prefix, options, report);
      Report(report, options, prefix + "routes")
          .run([&](Finds& finds) { check_routes(IndexDirectory(shards[i]), i, shards.size(), finds); },
               patience);
    }
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace nsearch
