// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "nsearch/export.h"

/// The one place where Xapian's errors become ours.
namespace nsearch {

/// Runs `work`; a Xapian::Error leaves as an nsearch::Error whose message begins with `what` (the index's
/// path). DatabaseModifiedError is passed through: only the caller can reopen.
template <typename Work>
auto translating_errors(const std::string& what, Work&& work) -> decltype(work());

/// Our form of a Xapian error.
NSEARCH_EXPORT Error to_error(const std::string& what, const Xapian::Error& error);

/// Refuses a database of another format version or made by another analysis in a language that it holds.
/// Throws Error: format_version, analysis_changed, corrupt (no nsearch index).
NSEARCH_EXPORT void check_compatible(const Xapian::Database& shard, const std::string& path);

/// Refuses a database whose stored records this build can't read: another program's, or one of a later
/// format. Throws Error: format_version, corrupt (no nsearch index).
NSEARCH_EXPORT void check_readable(const Xapian::Database& shard, const std::string& path);

/// The languages that a database holds, from its L terms, ordered by code.
NSEARCH_EXPORT std::vector<std::string> languages_of(const Xapian::Database& database);

/// The words that the index protects (the first shard's: all shards have the same).
NSEARCH_EXPORT ProtectedWords protected_words_of(const Xapian::Database& database);

/// Refuses databases that protect different words, for one query can't be analysed in two ways. Throws Error:
/// analysis_changed.
NSEARCH_EXPORT void check_same_protection(const Xapian::Database& a, const std::string& a_path,
                                          const Xapian::Database& b, const std::string& b_path);

/// A database that an index is made of.
struct OpenShard {
  Xapian::Database database;
  std::string name;              ///< its folder, or "host:port", or the program that serves it
  std::filesystem::path folder;  ///< empty: it is remote
  bool recent = false;           ///< it holds recent changes to the one before it
};

/// One that can't be opened: its server can't be reached, or its folder isn't there.
struct LostShard {
  std::string name;
  std::string reason;
};

struct OpenIndex {
  std::vector<OpenShard> shards;  ///< in the order in which their documents are numbered
  std::vector<LostShard> lost;

  /// All of them as one.
  Xapian::Database joined() const;
};

/// Whether none is in the middle of a commit to two generations. See index_schema.h.
NSEARCH_EXPORT bool are_whole(const std::vector<OpenShard>& shards);

enum class Lost { refused, left_out };

/// Opens the index in `directory` for reading and checks each of its shards. A generation that is replaced
/// meanwhile goes unnoticed. To see a newer one, call this again: Xapian's own reopen() knows nothing of the
/// stub. Throws Error: no_index, io, corrupt, format_version, analysis_changed, unavailable; with `left_out` not of shards
/// that can't be opened, which the result names (perhaps all).
NSEARCH_EXPORT OpenIndex open_shards(const std::filesystem::path& directory, Lost lost = Lost::refused);

/// The same as one database.
NSEARCH_EXPORT Xapian::Database open_for_reading(const std::filesystem::path& directory);

/// The same for who reads stored records only: an index of an earlier format or made by another analysis opens
/// too. Throws Error: no_index, io, corrupt, format_version, unavailable.
NSEARCH_EXPORT Xapian::Database open_for_export(const std::filesystem::path& directory);

template <typename Work>
auto translating_errors(const std::string& what, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& e) {
    throw to_error(what, e);
  }
}

}  // namespace nsearch
