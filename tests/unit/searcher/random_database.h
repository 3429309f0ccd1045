// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <random>
#include <string>

#include "glass/database.h"
#include "glass/shards.h"

namespace nsearch::searcher {

/// A database on disk of random documents: terms "t0" (in most) to "t39" (in few), with positions, and ids in the slot
/// that breaks ties. Written in several commits, with deletions between, so that blocks are in use from several revisions.
class RandomDatabase {
 public:
  explicit RandomDatabase(unsigned seed, unsigned documents = 3000);
  RandomDatabase(const RandomDatabase&) = delete;
  RandomDatabase& operator=(const RandomDatabase&) = delete;
  ~RandomDatabase();

  void write(unsigned documents);  ///< adds as many, removes some, commits
  Xapian::Database open() const { return Xapian::Database(folder_.string()); }
  std::unique_ptr<glass::Database> open_local() const;
  std::unique_ptr<glass::Shards> open_shards() const;  ///< of it alone
  std::string random_term();
  std::mt19937& random() { return random_; }

  static constexpr unsigned terms = 40;

 private:
  Xapian::Document document();

  const std::filesystem::path folder_;
  std::mt19937 random_;
  Xapian::WritableDatabase writer_;
  unsigned written_ = 0;
};

}  // namespace nsearch::searcher
