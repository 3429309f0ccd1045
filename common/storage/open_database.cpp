// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/open_database.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>
#include <utility>

#include "nsearch/analyzer.h"
#include "storage/index_schema.h"
#include "storage/stub.h"
#include "storage/tombstones.h"

namespace nsearch {
namespace {

namespace fs = std::filesystem;
using storage::StubEntry;

// A generation may vanish between reading its name and opening it; each time there is a newer one.
constexpr int most_attempts = 20;
constexpr std::chrono::milliseconds between_attempts(5);

// A shard may itself be an index; a stub that names itself would never end.
constexpr int deepest_nesting = 4;

using Check = void (*)(const Xapian::Database& shard, const std::string& path);

/// Opens and checks what the stub of an index names, and the stubs of those indexes in turn.
class Opening {
 public:
  Opening(Check check, Lost lost) : check_(check), lost_(lost) {}

  OpenIndex open(const fs::path& index) {
    add_index(index, 0);
    const std::vector<OpenShard>& shards = opened_.shards;
    for (const OpenShard& shard : shards) {
      if (check_ == check_compatible)
        check_same_protection(shards.front().database, shards.front().name, shard.database, shard.name);
    }
    return std::move(opened_);
  }

  /// Whether a stub that was read names something else now.
  bool overtaken() const {
    return std::any_of(stubs_.begin(), stubs_.end(),
                       [](const auto& known) { return storage::read_stub(known.first) != known.second; });
  }

 private:
  void add_index(const fs::path& index, int depth) {
    std::string text = storage::read_stub(index);
    const std::vector<StubEntry> entries = storage::parse_stub(text, index.string());
    stubs_.emplace_back(index, std::move(text));
    const bool one_shard = storage::is_one_shard(entries);
    const bool alone = depth == 0 && one_shard;
    for (const StubEntry& entry : entries) {
      const fs::path folder = index / entry.where;
      std::error_code unknown;
      if (entry.kind != StubEntry::Kind::local) {
        add(name_of(entry), {}, index, alone, [&] { return open_remote(index, entry); });
      } else if (!fs::exists(folder / "XAPIANDB", unknown)) {
        // A generation is spoken of by its index's name.
        add(one_shard ? index.string() : folder.string(), folder, index, one_shard,
            [&] { return open_local(index, folder); });
        if (one_shard && &entry != &entries.front()) take_for_recent();
      } else if (depth < deepest_nesting) {
        add_index(folder, depth + 1);
      } else {
        throw Error(ErrorCode::corrupt, index.string() + ": names indexes within indexes without end");
      }
    }
  }

  /// The last two opened are a generation and that of recent changes to it, if both could be opened.
  void take_for_recent() {
    std::vector<OpenShard>& shards = opened_.shards;
    const bool both = shards.size() > 1 &&
                      shards.back().folder.parent_path() == shards[shards.size() - 2].folder.parent_path();
    if (both) shards.back().recent = true;
  }

  template <typename Open>
  void add(const std::string& name, const fs::path& folder, const fs::path& index, bool alone, Open&& open) {
    try {
      OpenShard shard{open(), name, folder};
      check_(shard.database, alone ? index.string() : name);
      opened_.shards.push_back(std::move(shard));
    } catch (const Error& error) {
      const ErrorCode code = error.code();
      const bool gone = code == ErrorCode::unavailable || code == ErrorCode::corrupt ||
                        code == ErrorCode::io || code == ErrorCode::no_index;
      if (lost_ == Lost::refused || !gone || overtaken()) throw;
      opened_.lost.push_back({name, error.what()});
    }
  }

  static std::string name_of(const StubEntry& entry) {
    return entry.kind == StubEntry::Kind::remote_program ? entry.where
                                                         : entry.where + ':' + std::to_string(entry.port);
  }

  static Xapian::Database open_remote(const fs::path& index, const StubEntry& entry) {
    try {
      return entry.kind == StubEntry::Kind::remote_program
                 ? Xapian::Remote::open(entry.where, entry.arguments)
                 : Xapian::Remote::open(entry.where, entry.port);
    } catch (const Xapian::NetworkError& error) {
      const char* reason = error.get_error_string();
      throw Error(ErrorCode::unavailable,
                  index.string() + ": its shard " + name_of(entry) +
                      " can't be reached: " + (reason ? reason : error.get_msg()),
                  "see that its server runs and can be reached; or search the other shards: --partial");
    } catch (const Xapian::Error& error) {
      throw to_error(name_of(entry), error);
    }
  }

  /// A database that the stub of `index` names: if it isn't there, the index is damaged.
  static Xapian::Database open_local(const fs::path& index, const fs::path& folder) {
    try {
      return translating_errors(folder.string(), [&] { return Xapian::Database(folder.string()); });
    } catch (const Error& error) {
      if (error.code() != ErrorCode::no_index) throw;
      throw Error(ErrorCode::corrupt,
                  index.string() + ": its stub names " + folder.string() + ", where no database is",
                  "restore the index from a copy, or index the documents again");
    }
  }

  const Check check_;
  const Lost lost_;
  std::vector<std::pair<fs::path, std::string>> stubs_;
  OpenIndex opened_;
};

std::string comma_separated(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

std::uint32_t format_of(const Xapian::Database& shard, const std::string& path) {
  const std::string stored = shard.get_metadata(std::string(schema::metadata_key::format));
  if (stored.empty()) {
    throw Error(ErrorCode::corrupt, path + ": not an nsearch index, but a Xapian database of another program",
                "choose another folder: nsearch index PATH... --index DIR");
  }
  std::uint32_t version = 0;
  const auto [end, problem] = std::from_chars(stored.data(), stored.data() + stored.size(), version);
  if (problem != std::errc() || end != stored.data() + stored.size()) {
    throw Error(ErrorCode::corrupt, path + ": its format version is no number: " + stored.substr(0, 40));
  }
  return version;
}

void check_format(const Xapian::Database& shard, const std::string& path, std::uint32_t oldest) {
  const std::uint32_t version = format_of(shard, path);
  if (version >= oldest && version <= schema::format_version) return;
  throw Error(ErrorCode::format_version,
              path + ": index format " + std::to_string(version) + ", this build reads " +
                  std::to_string(schema::format_version),
              version < schema::format_version ? "nsearch reindex --index " + path
                                               : "use the nsearch that made it, or a newer one");
}

void check_analysis(const Xapian::Database& shard, const std::string& path) {
  const ProtectedWords protected_words = protected_words_of(shard);
  std::vector<std::string> changed;
  for (const std::string& language : languages_of(shard)) {
    const std::string key = std::string(schema::metadata_key::analysis) + language;
    if (shard.get_metadata(key) != analysis_fingerprint(language, protected_words)) {
      changed.push_back(language);
    }
  }
  if (!changed.empty()) {
    throw Error(ErrorCode::analysis_changed,
                path + ": made by another analysis of " + comma_separated(changed) + " than this build's",
                "nsearch reindex --index " + path);
  }
}

}  // namespace

void check_compatible(const Xapian::Database& shard, const std::string& path) {
  translating_errors(path, [&] {
    check_format(shard, path, schema::format_version);
    check_analysis(shard, path);
  });
}

void check_readable(const Xapian::Database& shard, const std::string& path) {
  translating_errors(path, [&] { check_format(shard, path, 1); });
}

ProtectedWords protected_words_of(const Xapian::Database& database) {
  const std::string key(schema::metadata_key::protect);
  return ProtectedWords::parse(database.get_metadata(key), key);
}

void check_same_protection(const Xapian::Database& a, const std::string& a_path, const Xapian::Database& b,
                           const std::string& b_path) {
  const std::string key(schema::metadata_key::protect);
  if (a.get_metadata(key) == b.get_metadata(key)) return;
  throw Error(ErrorCode::analysis_changed, a_path + " and " + b_path + ": protect different words",
              "search them one by one, or make both with one list: nsearch index --protect FILE");
}

std::vector<std::string> languages_of(const Xapian::Database& database) {
  const std::string prefix(schema::prefix::language);
  std::vector<std::string> languages;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    languages.push_back((*term).substr(prefix.size()));
  }
  return languages;
}

bool are_whole(const std::vector<OpenShard>& shards) {
  for (std::size_t i = 1; i < shards.size(); ++i) {
    if (shards[i].recent && !storage::tombstones_set(shards[i - 1].database, shards[i].database))
      return false;
  }
  return true;
}

Xapian::Database OpenIndex::joined() const {
  if (shards.size() == 1) return shards.front().database;
  Xapian::Database all;
  for (const OpenShard& shard : shards) all.add_database(shard.database);
  return all;
}

namespace {

OpenIndex open_checked(const fs::path& directory, Check check, Lost lost) {
  for (int attempt = 1;; ++attempt) {
    Opening opening(check, lost);
    try {
      OpenIndex opened = opening.open(directory);
      // Files are removed only after the stub has changed. So an unchanged stub proves that none was missing,
      // which Xapian would not say: it takes an absent table for an empty one.
      const bool whole = are_whole(opened.shards) || attempt >= most_attempts;
      if (!opening.overtaken() && whole) return opened;
    } catch (const Xapian::DatabaseModifiedError& e) {
      if (attempt >= most_attempts) {
        throw to_error(directory.string(), e);
      }
    } catch (const Error&) {
      if (attempt >= most_attempts || !opening.overtaken()) throw;
    }
    if (attempt >= most_attempts) {
      throw Error(ErrorCode::unavailable, directory.string() + ": replaced faster than it can be opened",
                  "try again");
    }
    std::this_thread::sleep_for(between_attempts);
  }
}

}  // namespace

OpenIndex open_shards(const fs::path& directory, Lost lost) {
  return open_checked(directory, check_compatible, lost);
}

Xapian::Database open_for_reading(const fs::path& directory) {
  return open_shards(directory).joined();
}

Xapian::Database open_for_export(const fs::path& directory) {
  return open_checked(directory, check_readable, Lost::refused).joined();
}

}  // namespace nsearch
