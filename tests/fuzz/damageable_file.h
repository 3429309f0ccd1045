// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

#include "folder.h"

namespace nsearch::fuzz {

/// A file whose bytes are changed where they are mapped.
class DamageableFile {
 public:
  explicit DamageableFile(const std::filesystem::path& path) : size_(std::filesystem::file_size(path)) {
    const int file = ::open(path.c_str(), O_RDWR);
    void* mapped = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    insist(mapped != MAP_FAILED, "a table can't be mapped");
    bytes_ = static_cast<std::uint8_t*>(mapped);
    ::close(file);
  }

  void set(std::size_t at, std::uint8_t byte) {
    undone_.emplace_back(at % size_, bytes_[at % size_]);
    bytes_[at % size_] = byte;
  }
  void copy(std::size_t from, std::size_t to, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) set(to + i, bytes_[(from + i) % size_]);
  }
  void exchange(std::size_t one, std::size_t other, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
      const std::uint8_t byte = bytes_[(one + i) % size_];
      set(one + i, bytes_[(other + i) % size_]);
      set(other + i, byte);
    }
  }
  void undo() {
    for (; !undone_.empty(); undone_.pop_back()) bytes_[undone_.back().first] = undone_.back().second;
  }

 private:
  std::size_t size_;
  std::uint8_t* bytes_ = nullptr;
  std::vector<std::pair<std::size_t, std::uint8_t>> undone_;
};

}  // namespace nsearch::fuzz
