// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "builder/direct/run_part.h"
#include "builder/direct/run_store.h"
#include "builder/generation_builder.h"
#include "builder/glass/table_writer.h"
#include "builder/glass/version_file.h"

namespace nsearch::indexer::direct {

/// Writes a glass database's tables in key order, with an inversion of our own: see docs/index-format.md.
/// Documents are inverted run by run on the callers' threads; runs wait in a file without name and are merged
/// at the end. Memory does not grow with the corpus, but for some 20 bytes a document and some 40 a block.
class DirectBuilder : public GenerationBuilder {
 public:
  /// `folder` exists and holds no database. `threads`: that merge. Throws Error(io).
  DirectBuilder(const std::filesystem::path& folder, unsigned threads);
  ~DirectBuilder() override;

  PartLimits limits() const override;
  std::unique_ptr<PartBuilder> part_builder() override;
  void take(std::unique_ptr<BuiltPart> part) override;
  void finish(const std::map<std::string, std::string>& metadata) override;

 private:
  glass::TableWriter& table(glass::Table which) { return *tables_[which]; }
  void write_values(glass::LeafPacker& leaves);
  void write_lengths(glass::LeafPacker& leaves) const;

  const std::filesystem::path folder_;
  const unsigned threads_;
  std::vector<std::unique_ptr<glass::TableWriter>> tables_;  // by glass::Table
  RunStore store_;
  std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> lengths_;  // from a first document on
  glass::Statistics statistics_;
};

}  // namespace nsearch::indexer::direct
