// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/input_list.h"
#include "reader/container/unpack.h"
#include "reader/reader.h"

namespace nsearch::indexer {

/// Hears the records of several inputs.
class InputSink : public RecordSink {
 public:
  /// The records that follow come from here; `path` as unpack() gives it.
  virtual void input(const std::string& path) = 0;
};

/// Reads inputs: opens, unpacks, and lets each content be read by the format that recognises it.
class InputReader final : private ContentSink {
 public:
  /// `format`: forced on every content, if not empty. `sink` must outlive this.
  InputReader(std::string format, ReaderOptions options, InputSink& sink);

  /// False: the sink wants no more. Trouble with the input is rejected. Throws std::bad_alloc, and Error(usage) on an unknown format.
  bool read(const Input& input);

  /// From the disk, so far; only on the thread that reads.
  std::uint64_t bytes_read() const;
  /// Contents that were recognised.
  std::uint64_t files() const { return files_; }

 private:
  bool content(ByteSource& source, const std::string& path) override;
  bool trouble(const std::string& path, std::uint64_t byte, const std::string& reason) override;

  std::string format_;
  ReaderOptions options_;
  InputSink& sink_;
  std::uint64_t files_ = 0;
  std::uint64_t finished_bytes_ = 0;    // of inputs read to the end
  const ByteSource* source_ = nullptr;  // the one being read
};

}  // namespace nsearch::indexer
