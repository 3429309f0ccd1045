// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "builder/direct/run_part.h"
#include "builder/direct/run_store.h"
#include "builder/generation_builder.h"
#include "builder/glass/spool.h"
#include "builder/glass/table_writer.h"
#include "builder/glass/version_file.h"
#include "memory_plan.h"

namespace nsearch::indexer::direct {

/// Writes a glass database's tables in key order, with an inversion of our own: see docs/index-format.md.
/// Documents are inverted run by run on the callers' threads; runs wait in a file without name and are merged
/// at the end, in several passes where they are many. Memory does not grow with the corpus, but for what RunStore says.
class DirectBuilder : public GenerationBuilder {
 public:
  /// `folder` exists and holds no database. Throws Error(io).
  explicit DirectBuilder(const std::filesystem::path& folder, const MemoryPlan& plan = {});
  ~DirectBuilder() override;

  PartLimits limits() const override;
  std::unique_ptr<PartBuilder> part_builder() override;
  void take(std::unique_ptr<BuiltPart> part) override;
  void finish(const std::map<std::string, std::string>& metadata) override;

 private:
  glass::TableWriter& table(glass::Table which) { return *tables_[which]; }
  void write_values(glass::LeafPacker& leaves);
  void write_lengths(glass::LeafPacker& leaves);

  const std::filesystem::path folder_;
  const MemoryPlan plan_;
  std::vector<std::unique_ptr<glass::TableWriter>> tables_;  // by glass::Table
  RunStore store_;
  glass::Spool lengths_;  // of each run: the first document, how many lengths follow, these
  glass::Statistics statistics_;
};

}  // namespace nsearch::indexer::direct
