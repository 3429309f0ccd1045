// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <utility>
#include <vector>

#include "folder.h"

namespace nsearch::fuzz {

/// A file whose bytes are changed where they are mapped.
class Damageable {
 public:
  explicit Damageable(const std::filesystem::path& path) : size_(std::filesystem::file_size(path)) {
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
  void undo() {
    for (; !undone_.empty(); undone_.pop_back()) bytes_[undone_.back().first] = undone_.back().second;
  }

 private:
  std::size_t size_;
  std::uint8_t* bytes_ = nullptr;
  std::vector<std::pair<std::size_t, std::uint8_t>> undone_;
};

/// The tables of a database, damaged as the fuzzer wants it.
class DamagedTables {
 public:
  DamagedTables(const std::filesystem::path& database, std::initializer_list<const char*> tables) {
    for (const char* table : tables) tables_.emplace_back(database / table);
  }

  /// Each five bytes: a table, a place, a byte to put there.
  void damage(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t of_one = 5, most = 40;
    for (std::size_t at = 0; at + of_one <= size && at < most * of_one; at += of_one) {
      const std::size_t place = data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
      tables_[data[at] % tables_.size()].set(place, data[at + 4]);
    }
  }

  void undo() {
    for (Damageable& table : tables_) table.undo();
  }

 private:
  std::vector<Damageable> tables_;
};

}  // namespace nsearch::fuzz
