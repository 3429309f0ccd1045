// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "nsearch/export.h"

namespace nsearch {

/// The folder of an index: which generation is in force, and how the next one takes over. See index_schema.h.
class NSEARCH_EXPORT IndexDirectory {
 public:
  explicit IndexDirectory(std::filesystem::path directory);

  const std::filesystem::path& path() const noexcept { return path_; }
  std::filesystem::path stub() const { return path_ / "XAPIANDB"; }

  /// Whether there is a stub, which names what is in force. Throws Error(io) where that can't be known.
  bool exists() const;

  /// The generations that the stub names, in order ("gen-3"); remote shards are left out. Throws Error:
  /// no_index, io, corrupt.
  std::vector<std::string> generations() const;

  /// What is in force of an index that is no several shards, for a writer. Throws as generations(); Error(usage) where
  /// the stub names several shards or a remote one.
  struct InForce {
    std::filesystem::path main;                   ///< the folder of the generation
    std::optional<std::filesystem::path> recent;  ///< that of recent changes to it, where they are kept apart
    std::vector<std::filesystem::path> all() const;
    bool operator==(const InForce& other) const { return main == other.main && recent == other.recent; }
  };
  InForce in_force() const;

  /// An unused generation's folder, numbered above all present; not created.
  std::filesystem::path next() const;

  /// Puts generations in force: their files are synced, the stub is written beside, synced, and renamed over.
  /// Atomic; waits for who copies the former ones; the caller holds the lock. Throws Error(io); then the former ones stay.
  void publish(const InForce& generations) const;

  /// Removes generations that are not in force; nothing where there is no stub to say which are. The caller
  /// holds the lock. Never throws.
  void remove_leftovers() const noexcept;

  /// Bytes on disk of the generations in force.
  std::uint64_t bytes() const;

  /// Bytes on disk of what a folder holds. Throws Error(io).
  static std::uint64_t bytes_in(const std::filesystem::path& folder);

  /// Whether this is the name of a generation: "gen-3".
  static bool is_generation(const std::string& name);

 private:
  std::filesystem::path path_;
};

/// The writer's lock on an index folder: freed by the system when its process ends, however it ends.
class NSEARCH_EXPORT IndexLock {
 public:
  /// Takes the lock on a folder that exists; tries again for `wait`. Shuts out other threads of this process
  /// too. Throws Error(locked) naming the holder's pid, host and since when; Error(io).
  IndexLock(const IndexDirectory& directory, std::chrono::seconds wait);
  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&&) = delete;
  ~IndexLock();

 private:
  int fd_ = -1;
};

/// What is committed holds still: a writer passes the gate, alone, when it commits or replaces a generation; who
/// copies or checks an index stands in it meanwhile. Writers go on with anything but that; readers need none of
/// this.
class NSEARCH_EXPORT CommitGate {
 public:
  enum class Side { writer, copier };
  /// Waits for the other side, however long. A copier that may not write to the folder gets no gate where there
  /// is none yet: see held(). Throws Error(io).
  CommitGate(const IndexDirectory& directory, Side side);
  CommitGate(const CommitGate&) = delete;
  CommitGate& operator=(const CommitGate&) = delete;
  ~CommitGate();

  bool held() const noexcept { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

}  // namespace nsearch
