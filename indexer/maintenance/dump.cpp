// SPDX-License-Identifier: GPL-2.0-or-later
#include "dump_format.h"
#include "maintenance/stored_documents.h"
#include "nsearch/error.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/tombstones.h"

namespace nsearch {
namespace {

using namespace indexer;

/// Gives up when a writer is always faster.
constexpr int most_attempts_a_document = 100;

/// Walks over the ids in order. When a writer's commits have discarded the revision that is read, it goes on
/// with the newest after the last id given.
class Dump {
 public:
  using Write = std::function<bool(std::string_view)>;

  Dump(const std::string& directory, const Write& write, const OnDamaged& on_damaged)
      : directory_(directory), write_(write), on_damaged_(on_damaged) {}

  DumpSummary run() {
    for (int attempts = 0; !done_;) {
      const std::string last = last_;
      try {
        const Xapian::Database database = open_for_export(directory_);
        translating_errors(directory_, [&] { walk(database); });
      } catch (const Xapian::DatabaseModifiedError& error) {
        attempts = last == last_ ? attempts + 1 : 0;
        if (attempts == most_attempts_a_document) throw to_error(directory_, error);
        summary_.changed = true;
      }
    }
    return summary_;
  }

 private:
  void walk(const Xapian::Database& database) {
    const std::string prefix(schema::prefix::id);
    auto term = database.allterms_begin(prefix);
    const auto end = database.allterms_end(prefix);
    if (!last_.empty()) {
      term.skip_to(last_);
      if (term != end && *term == last_) ++term;
    }
    for (; term != end && !done_; ++term) {
      give(database, *term);
      last_ = *term;
    }
    done_ = true;
  }

  void give(const Xapian::Database& database, const std::string& term) {
    const Xapian::docid document = storage::live_document(database, term);
    if (document == 0) return;
    std::string line;
    const bool whole = reading_record(term.substr(schema::prefix::id.size()), on_damaged_, [&] {
      const KeptDocument kept = read_kept(database, document);
      line = dump_line(kept.document, kept.digest);
    });
    ++(whole ? summary_.documents : summary_.damaged);
    if (whole && !write_(line)) done_ = true;
  }

  const std::string& directory_;
  const Write& write_;
  const OnDamaged& on_damaged_;
  std::string last_;  // id term that was given last
  bool done_ = false;
  DumpSummary summary_;
};

}  // namespace

DumpSummary dump_index(const std::string& directory, const std::function<bool(std::string_view line)>& write,
                       const std::function<void(const DamagedDocument&)>& on_damaged) {
  return Dump(directory, write, on_damaged).run();
}

}  // namespace nsearch
