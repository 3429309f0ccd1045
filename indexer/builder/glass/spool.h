// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "builder/glass/output_file.h"

namespace nsearch::indexer::glass {

/// Bytes that are written one behind the other, and read in that order once all are there: kept in memory while they
/// are few, then in a file without name, of which nothing is left whatever ends the process. Not thread-safe. Throws
/// Error(io).
class Spool {
 public:
  /// `scratch`: a file name that is free whenever something is written.
  explicit Spool(std::filesystem::path scratch) : scratch_(std::move(scratch)) {}

  void write(std::string_view bytes);
  /// As it lies in memory.
  template <typename Value>
  void write_value(const Value& value);
  /// At most 255 bytes, which is told before them.
  void write_sized(std::string_view bytes);
  std::uint64_t size() const { return in_file() + held_.size(); }

 private:
  friend class SpoolReader;
  std::uint64_t in_file() const { return file_ ? file_->size() : 0; }
  void read(std::uint64_t offset, char* to, std::size_t size) const;

  std::filesystem::path scratch_;
  std::string held_;  // what comes behind the file
  std::unique_ptr<OutputFile> file_;
};

/// Goes through a spool to which nothing is written meanwhile. Not thread-safe. Throws Error(io).
class SpoolReader {
 public:
  explicit SpoolReader(const Spool& spool) : spool_(spool) {}

  bool at_end() const { return at_ == buffer_.size() && next_ == spool_.size(); }

  /// The next bytes, of which there are so many; valid until the next call.
  std::string_view take(std::size_t size);

  /// What write_value() wrote next.
  template <typename Value>
  Value take_value();
  /// What write_sized() wrote next, as take() gives it.
  std::string_view take_sized() { return take(take_value<std::uint8_t>()); }

 private:
  const Spool& spool_;
  std::string buffer_;
  std::size_t at_ = 0;      // in the buffer
  std::uint64_t next_ = 0;  // in the spool: what comes behind the buffer
};

template <typename Value>
void Spool::write_value(const Value& value) {
  static_assert(std::has_unique_object_representations_v<Value>);
  write({reinterpret_cast<const char*>(&value), sizeof value});
}

template <typename Value>
Value SpoolReader::take_value() {
  Value value = {};
  take(sizeof value).copy(reinterpret_cast<char*>(&value), sizeof value);
  return value;
}

}  // namespace nsearch::indexer::glass
