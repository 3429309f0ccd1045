// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace nsearch::indexer::glass {

/// A file that is written from its beginning to its end. Throws Error(io), naming the file.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  /// For scratch: the file goes on without its name, so whatever ends the process, nothing is left of it.
  void remove_name();

  void write(std::string_view bytes);
  /// Reads `size` bytes written before into `to`. Thread-safe beside write().
  void read(std::uint64_t offset, char* to, std::size_t size) const;
  std::uint64_t size() const { return size_; }
  /// Lets the system begin to put what was written on the disk, so that a later sync finds little to do.
  void start_writeback();
  /// Ends writing; an error that the system kept back comes out here.
  void close();

 private:
  const std::filesystem::path path_;
  int fd_;
  std::uint64_t size_ = 0, started_ = 0;
};

}  // namespace nsearch::indexer::glass
