// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "builder/shard_builder.h"
#include "builder/xapian_document.h"

namespace nsearch::indexer {

/// Builds a shard by Xapian's public API: the reference for any other builder. The shard is scratch (it will
/// be merged into a generation), so it is not synced to disk and a crash may leave it damaged.
class ApiBuilder : public ShardBuilder {
 public:
  /// Makes a new database in folder `shard`, which must not exist. Throws Error(io).
  explicit ApiBuilder(const std::filesystem::path& shard);
  ~ApiBuilder() override;

  void append(const DocumentPostings& document) override;
  void set_metadata(std::string_view key, std::string_view value) override;
  void commit() override;

 private:
  std::string path_;
  Xapian::WritableDatabase database_;
  XapianDocument document_;
};

}  // namespace nsearch::indexer
