// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/open_database.h"

#include <charconv>
#include <chrono>
#include <thread>

#include "nsearch/analyzer.h"
#include "storage/index_schema.h"
#include "storage/stub.h"

namespace nsearch {
namespace {

namespace fs = std::filesystem;
using storage::StubEntry;

// A generation may vanish between reading its name and opening it; each time there is a newer one.
constexpr int most_attempts = 20;
constexpr std::chrono::milliseconds between_attempts(5);

// A shard may itself be an index; a stub that names itself would never end.
constexpr int deepest_nesting = 4;

struct Shard {
  Xapian::Database database;
  std::string name;
};

Shard open_remote(const StubEntry& entry) {
  if (entry.kind == StubEntry::Kind::remote_program) {
    return {Xapian::Remote::open(entry.where, entry.arguments), entry.where};
  }
  return {Xapian::Remote::open(entry.where, entry.port), entry.where + ':' + std::to_string(entry.port)};
}

/// A database that the stub of `index` names: if it isn't there, the index is damaged.
Shard open_local(const fs::path& index, const fs::path& folder) {
  try {
    return {Xapian::Database(folder.string()), folder.string()};
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error(ErrorCode::corrupt,
                index.string() + ": its stub names " + folder.string() + ", where no database is",
                "restore the index from a copy, or index the documents again");
  }
}

/// Adds each shard that the stub text of `index` names.
void open_shards(const fs::path& index, const std::string& stub, int depth, std::vector<Shard>& shards) {
  for (const StubEntry& entry : storage::parse_stub(stub, index.string())) {
    const fs::path folder = index / entry.where;
    std::error_code unknown;
    if (entry.kind != StubEntry::Kind::local) {
      translating_errors(index.string(), [&] { shards.push_back(open_remote(entry)); });
    } else if (!fs::exists(folder / "XAPIANDB", unknown)) {
      translating_errors(folder.string(), [&] { shards.push_back(open_local(index, folder)); });
    } else if (depth < deepest_nesting) {
      open_shards(folder, storage::read_stub(folder), depth + 1, shards);
    } else {
      throw Error(ErrorCode::corrupt, index.string() + ": names indexes within indexes without end");
    }
  }
}

Xapian::Database joined(std::vector<Shard>& shards) {
  if (shards.size() == 1) {
    return std::move(shards.front().database);
  }
  Xapian::Database all;
  for (const Shard& shard : shards) {
    all.add_database(shard.database);
  }
  return all;
}

using Check = void (*)(const Xapian::Database& shard, const std::string& path);

/// Opens and checks what `stub` names.
Xapian::Database open_as_named(const fs::path& index, const std::string& stub, Check check) {
  std::vector<Shard> shards;
  open_shards(index, stub, 0, shards);
  for (const Shard& shard : shards) {
    check(shard.database, shards.size() == 1 ? index.string() : shard.name);
    if (check == check_compatible)
      check_same_protection(shards.front().database, shards.front().name, shard.database, shard.name);
  }
  return joined(shards);
}

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

namespace {

Xapian::Database open_checked(const fs::path& directory, Check check) {
  for (int attempt = 1;; ++attempt) {
    const std::string stub = storage::read_stub(directory);
    try {
      Xapian::Database database = open_as_named(directory, stub, check);
      // Files are removed only after the stub has changed. So an unchanged stub proves that none was missing,
      // which Xapian would not say: it takes an absent table for an empty one.
      if (storage::read_stub(directory) == stub) {
        return database;
      }
    } catch (const Xapian::DatabaseModifiedError& e) {
      if (attempt >= most_attempts) {
        throw to_error(directory.string(), e);
      }
    } catch (const Error&) {
      if (attempt >= most_attempts || storage::read_stub(directory) == stub) {
        throw;
      }
    }
    if (attempt >= most_attempts) {
      throw Error(ErrorCode::unavailable, directory.string() + ": replaced faster than it can be opened",
                  "try again");
    }
    std::this_thread::sleep_for(between_attempts);
  }
}

}  // namespace

Xapian::Database open_for_reading(const fs::path& directory) {
  return open_checked(directory, check_compatible);
}

Xapian::Database open_for_export(const fs::path& directory) {
  return open_checked(directory, check_readable);
}

}  // namespace nsearch
