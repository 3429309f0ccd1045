// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <archive.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "reader/byte_source.h"
#include "reader/container/container_kind.h"

namespace nsearch::indexer {

/// libarchive at work on a source, with that one format and nothing else enabled.
class ArchiveHandle {
 public:
  /// `source` must outlive this.
  ArchiveHandle(ByteSource& source, ContainerKind kind);
  ArchiveHandle(const ArchiveHandle&) = delete;
  ArchiveHandle& operator=(const ArchiveHandle&) = delete;

  archive* get() const { return archive_.get(); }

  /// Whether a call has failed: libarchive counts "retry" among what went well.
  static bool failed(int status) { return status < ARCHIVE_WARN || status == ARCHIVE_RETRY; }

  /// How far the packed bytes have been taken.
  std::uint64_t place() const;

  /// "zip: damaged (...) at byte 123", after a call has failed. Throws what the source threw, but for Error(corrupt), whose words
  /// it gives.
  std::string trouble() const;

 private:
  struct Free {
    void operator()(archive* a) const { archive_read_free(a); }
  };
  static la_ssize_t fetch(archive* a, void* self, const void** bytes);

  ByteSource& source_;
  ContainerKind kind_;
  std::vector<char> buffer_;
  std::exception_ptr failure_;
  std::unique_ptr<archive, Free> archive_;
};

}  // namespace nsearch::indexer
