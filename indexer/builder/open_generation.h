// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace nsearch::indexer {

/// A generation opened for writing. Changes stay in one transaction until commit(), so whatever ends the process or the
/// object, the generation is as of the last commit. Not thread-safe. Throws Xapian::Error; then only the destructor may follow.
class OpenGeneration {
 public:
  explicit OpenGeneration(const std::string& folder) : database_(folder, Xapian::DB_OPEN) {
    // Without a transaction Xapian commits when it sees fit, and in its destructor.
    database_.begin_transaction();
  }
  OpenGeneration(const OpenGeneration&) = delete;
  OpenGeneration& operator=(const OpenGeneration&) = delete;
  ~OpenGeneration() {
    try {
      database_.cancel_transaction();
    } catch (...) {
      // A failed commit has ended the transaction. What the disk holds is the last commit either way.
    }
  }

  Xapian::WritableDatabase& operator*() { return database_; }
  Xapian::WritableDatabase* operator->() { return &database_; }

  void commit() {
    database_.commit_transaction();
    database_.begin_transaction();
  }

 private:
  Xapian::WritableDatabase database_;
};

}  // namespace nsearch::indexer
