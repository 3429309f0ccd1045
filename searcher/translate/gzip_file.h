// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <zlib.h>

#include <cstdint>
#include <memory>
#include <string>

namespace nsearch::searcher {

/// A file read forward, unpacked where it is a gzip file (.dict.dz is one). Throws Error(io) naming the file,
/// also where the packed bytes are damaged.
class GzipFile {
 public:
  explicit GzipFile(std::string path);

  /// Up to `most` further bytes; fewer only at the end.
  std::string read(std::size_t most);

  /// Goes on at `offset` of what is unpacked, which is not before the present one.
  void skip_to(std::uint64_t offset);

  std::uint64_t offset() const { return offset_; }

  /// The next line without its end; false at the end. A line of more than `longest` bytes is cut.
  bool line(std::string& out);

 private:
  struct Close {
    void operator()(gzFile file) const { gzclose(file); }
  };

  std::string path_;
  std::unique_ptr<gzFile_s, Close> file_;
  std::uint64_t offset_ = 0;
  std::string ahead_;  ///< read and not yet given out by line()
};

}  // namespace nsearch::searcher
