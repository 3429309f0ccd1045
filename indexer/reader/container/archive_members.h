// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <archive_entry.h>

#include <cstdint>
#include <memory>
#include <string>

#include "reader/container/archive_handle.h"

namespace nsearch::indexer {

/// Goes through the files that an archive holds, in its order. Folders, links, devices, and what is hidden (a name in its path begins
/// with a dot, as when folders are read) are passed over. Nothing is written anywhere.
class ArchiveMembers {
 public:
  /// `source` must outlive this.
  ArchiveMembers(ByteSource& source, ContainerKind kind) : source_(source), handle_(source, kind) {}

  enum class Next {
    member,   ///< name(), open()
    damaged,  ///< reason(); go on: what comes after may be well
    broken,   ///< reason(); no more can be read
    end
  };
  Next next();

  /// As the archive has it, but for "./" before it; bytes that are no text as %XX.
  const std::string& name() const { return name_; }
  /// Its bytes, until the next call of next().
  std::unique_ptr<ByteSource> open();
  const std::string& reason() const { return reason_; }
  std::uint64_t place() const { return handle_.place(); }

 private:
  void take_name(archive_entry* entry);

  ByteSource& source_;
  ArchiveHandle handle_;
  std::string name_;
  std::string reason_;
  std::uint64_t count_ = 0;
  bool damaged_ = false;  ///< the last header was
};

}  // namespace nsearch::indexer
