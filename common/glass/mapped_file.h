// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

#include "nsearch/export.h"

namespace nsearch::glass {

/// A file's bytes in memory, as the file is: what is written into it shows. Empty where there is no file. Throws
/// Xapian::DatabaseOpeningError.
class NSEARCH_EXPORT MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  const unsigned char* data() const { return data_; }
  std::size_t size() const { return size_; }

  /// What was read is not needed again soon.
  void forget() const;

 private:
  const unsigned char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace nsearch::glass
