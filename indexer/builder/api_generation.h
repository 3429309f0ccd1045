// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "builder/generation_builder.h"

namespace nsearch::indexer {

/// Builds by Xapian's public API: each part is a small database, and all are merged at the end. The
/// reference for the direct builder, and what is used where that can't be trusted.
class ApiGeneration : public GenerationBuilder {
 public:
  /// `folder` exists and holds no database. `threads` build parts side by side, in `memory` bytes altogether.
  /// Throws Error(io).
  ApiGeneration(const std::filesystem::path& folder, unsigned threads, std::uint64_t memory);

  PartLimits limits() const override;
  std::unique_ptr<PartBuilder> part_builder() override;
  void take(std::unique_ptr<BuiltPart> part) override;
  void finish(const std::map<std::string, std::string>& metadata) override;

 private:
  const std::filesystem::path folder_, shard_folder_;
  const unsigned threads_;
  const std::uint64_t memory_;
  std::vector<std::filesystem::path> shards_;
};

}  // namespace nsearch::indexer
