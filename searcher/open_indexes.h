// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/stat.h>
#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "glass/shards.h"
#include "nsearch/error.h"
#include "query/planner.h"
#include "storage/open_database.h"
#include "translate/dictionaries.h"

namespace nsearch::searcher {

/// The indexes that a searcher reads, as one database that follows its writers: a commit, a revision that was
/// discarded and a new generation are all met by opening again, unnoticed by the caller. Not thread-safe.
class OpenIndexes {
 public:
  /// Throws as open_shards(). `left_out`: reads what there is, while one shard at least can be opened.
  explicit OpenIndexes(std::vector<std::string> paths, Lost lost = Lost::refused);

  enum class View {
    latest,  ///< the last commit
    held     ///< what was read last, as long as it is there
  };

  /// Runs `work`, again on a newer view if what it reads disappears meanwhile. Throws Error.
  template <typename Work>
  auto read(View view, Work&& work) -> decltype(work());

  // For use within read().
  const Xapian::Database& database() const { return *database_; }
  /// The same, read where its files lie; null where a part of it is remote.
  const glass::Shards* local() const { return local_.get(); }
  bool has_remote() const;
  /// What matches `query` and is neither replaced nor removed.
  Xapian::Query living(const Xapian::Query& query) const;
  const std::vector<std::string>& languages() const { return languages_; }
  const ProtectedWords& protected_words() const { return protected_words_; }
  const std::vector<std::string>& facets();  ///< names
  Planner& planner() { return *planner_; }
  /// Those kept beside the indexes, as they are now; none: nullptr. Throws Error as Synonyms::load().
  std::shared_ptr<const Synonyms> synonyms();
  /// Those kept in `state`, or beside the indexes if that is empty, as they are now. Throws Error as Dictionaries.
  Dictionaries& dictionaries(const std::string& state);

  const std::vector<std::string>& paths() const { return paths_; }
  std::string name() const;                             ///< for messages
  std::uint64_t openings() const { return openings_; }  ///< document numbers may differ when this does
  /// What it is made of, in the order in which documents are numbered.
  const std::vector<OpenShard>& shards() const { return shards_; }
  /// What could not be opened, and is left out.
  const std::vector<LostShard>& lost() const { return lost_shards_; }

  static constexpr unsigned most_overtaken = 5;  ///< attempts after which damage is damage
  /// How long what is left out stays so before it is looked for again.
  static constexpr std::chrono::seconds before_looking_again{10};
  static constexpr std::chrono::seconds longest_connection{60};  ///< to a server of a shard

 private:
  struct Stamp {
    dev_t device = 0;
    ino_t inode = 0;
    off_t size = 0;
    timespec changed{};
    bool operator==(const Stamp& other) const;
  };
  Stamp stamp(const std::filesystem::path& file) const;
  void find_stubs(const std::filesystem::path& index, int depth);
  bool stubs_changed() const;
  bool revision_changed();
  void open();
  void follow(View view);
  void learn();
  bool reopen();
  void open_local();
  void before_retry(unsigned attempt, const std::string& reason);

  std::vector<std::string> paths_;
  std::vector<std::pair<std::filesystem::path, Stamp>> stubs_;
  const Lost lost_policy_;
  std::vector<OpenShard> shards_;
  std::vector<LostShard> lost_shards_;
  std::chrono::steady_clock::time_point opened_at_;
  std::vector<std::pair<std::filesystem::path, Stamp>> revisions_;  // files that a commit replaces
  std::optional<Xapian::Database> database_;
  std::unique_ptr<glass::Shards> local_;
  bool any_dead_ = false;
  bool stale_ = true;
  std::uint64_t openings_ = 0;
  std::vector<std::string> languages_;
  ProtectedWords protected_words_;
  std::optional<std::vector<std::string>> facets_;
  std::optional<Planner> planner_;
  std::vector<std::pair<std::string, Stamp>> synonym_files_;
  std::unique_ptr<Dictionaries> dictionaries_;
  std::vector<std::pair<std::string, Stamp>> dictionary_files_;
  std::shared_ptr<const Synonyms> synonyms_;
};

template <typename Work>
auto OpenIndexes::read(View view, Work&& work) -> decltype(work()) {
  bool connected = !stale_;  // before this call
  for (unsigned attempt = 1;; ++attempt) {
    try {
      return translating_errors(name(), [&] {
        follow(view);
        return work();
      });
    } catch (const Xapian::DatabaseModifiedError& error) {
      before_retry(attempt, error.get_msg());
    } catch (const Error& error) {
      // A server ends a connection that was idle for long, or is another one now: the next attempt opens anew, or names what
      // can't be reached.
      const bool cut_off = error.code() == ErrorCode::unavailable && connected && has_remote();
      if (cut_off) {
        stale_ = true;
        connected = false;
        view = View::latest;
        continue;
      }
      // A generation that vanished while it was read leaves another behind. A writer's commits reuse the blocks of older
      // revisions, which Xapian calls damage where it finds a block of another kind; real damage is there again.
      const bool overtaken = error.code() == ErrorCode::corrupt && attempt < most_overtaken;
      if (!overtaken && !stubs_changed()) throw;
      before_retry(attempt, error.what());
    }
    view = View::latest;
  }
}

}  // namespace nsearch::searcher
