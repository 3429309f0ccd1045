// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "reader/byte_source.h"

namespace nsearch::indexer {

/// Hears what a file holds, in its order.
class ContentSink {
 public:
  virtual ~ContentSink() = default;
  /// A content without anything packed around it; false: no more. `path` is the file's, then "!/" and the member's name for each archive
  /// that it is in: "wire.tar.gz!/fr/1.html". The source is the sink's for the time of the call. What is thrown passes through.
  virtual bool content(ByteSource& source, const std::string& path) = 0;
  /// An archive, or the rest of one, that can't be read, and at which of its bytes; false: no more.
  virtual bool trouble(const std::string& path, std::uint64_t byte, const std::string& reason) = 0;
};

/// How many layers may be packed around a content.
inline constexpr unsigned most_layers = 8;

/// Stands between the names of an archive and of its member in paths.
inline constexpr std::string_view member_mark = "!/";

/// Takes a file out of what it is packed in (gzip, zstd, bzip2, xz, tar, zip, one in another), which is told by its content, and gives
/// `sink` each thing that is there. Holds no more than a member's next bytes, and writes nothing. Throws the source's Error(io);
/// damage is the reader's to meet, as Error(corrupt) of the source, or trouble. Gives whether the sink wanted more.
bool unpack(ByteSource& file, const std::string& path, ContentSink& sink);

}  // namespace nsearch::indexer
