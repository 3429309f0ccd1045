// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/stat.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "glass/database.h"
#include "nsearch/error.h"
#include "query/planner.h"
#include "storage/open_database.h"
#include "translate/dictionaries.h"

namespace nsearch::searcher {

/// The indexes that a searcher reads, as one database that follows its writers: a commit, a revision that was
/// discarded and a new generation are all met by opening again, unnoticed by the caller. Not thread-safe.
class OpenIndexes {
 public:
  /// Throws as open_for_reading().
  explicit OpenIndexes(std::vector<std::string> paths);

  enum class View {
    latest,  ///< the last commit
    held     ///< what was read last, as long as it is there
  };

  /// Runs `work`, again on a newer view if what it reads disappears meanwhile. Throws Error.
  template <typename Work>
  auto read(View view, Work&& work) -> decltype(work());

  // For use within read().
  const Xapian::Database& database() const { return *database_; }
  /// The same, read where its files lie; null where it is several databases, or a remote one.
  const glass::Database* local() const { return local_.get(); }
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
  /// The folders of the local databases, as they were opened: an index may name others.
  const std::vector<std::filesystem::path>& shards() const { return shards_; }

  static constexpr unsigned most_overtaken = 5;  ///< attempts after which damage is damage

 private:
  struct Stamp {
    dev_t device = 0;
    ino_t inode = 0;
    off_t size = 0;
    timespec changed{};
    bool operator==(const Stamp& other) const;
  };
  Stamp stamp(const std::filesystem::path& file) const;
  void stamp_stubs();
  void find_shards(const std::filesystem::path& index, int depth);
  bool stubs_changed() const;
  bool revision_changed();
  void open();
  void follow(View view);
  void learn();
  void open_local();
  void before_retry(unsigned attempt, const std::string& reason);

  std::vector<std::string> paths_;
  std::vector<std::pair<std::filesystem::path, Stamp>> stubs_;
  std::vector<std::filesystem::path> shards_;
  std::vector<std::pair<std::filesystem::path, Stamp>> revisions_;  // files that a commit replaces
  std::optional<Xapian::Database> database_;
  std::unique_ptr<glass::Database> local_;
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
  for (unsigned attempt = 1;; ++attempt) {
    try {
      return translating_errors(name(), [&] {
        follow(view);
        return work();
      });
    } catch (const Xapian::DatabaseModifiedError& error) {
      before_retry(attempt, error.get_msg());
    } catch (const Error& error) {
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
