// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "reader/warc/header_fields.h"
#include "reader/warc/warc_bytes.h"

namespace nsearch::indexer {

/// The head of one record.
struct WarcRecord {
  HeaderFields fields;
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t offset = 0;  ///< of its first byte in the (decompressed) input
  std::uint64_t length = 0;  ///< of its block
};

/// Cuts a WARC file (ISO 28500, versions 0.17 to 1.1) into records.
class WarcRecords {
 public:
  explicit WarcRecords(ByteSource& source) : bytes_(source) {}

  enum class Next {
    record,
    damaged,  ///< reason(), of record(); go on: the next one that begins properly will be found
    end
  };
  /// What was not read of the last record's block is passed over.
  Next next();

  const WarcRecord& record() const { return record_; }
  const std::string& reason() const { return reason_; }
  /// Where reading stands.
  std::uint64_t offset() const { return bytes_.offset(); }

  /// Appends up to `count` bytes of the record's block. Fewer come only at its end, or where the input ends within it: cut_short().
  void read_block(std::string& bytes, std::uint64_t count);
  std::uint64_t left() const { return left_; }  ///< of the block
  bool cut_short() const { return cut_short_; }

 private:
  Next damaged(std::string reason);
  Next read_head();
  bool read_fields(std::string& lines);

  WarcBytes bytes_;
  WarcRecord record_;
  std::string line_;
  std::string reason_;
  std::uint64_t left_ = 0;
  bool at_version_ = false;        ///< the version line of the next record was read: line_
  std::uint64_t next_offset_ = 0;  ///< where that line began
  bool cut_short_ = false;
  bool told_ = false;  ///< that it is cut short
};

}  // namespace nsearch::indexer
