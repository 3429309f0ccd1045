// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "builder/direct/inverter.h"
#include "builder/generation_builder.h"
#include "builder/glass/deflater.h"
#include "builder/glass/leaf_packer.h"
#include "builder/glass/value_chunks.h"
#include "builder/glass/version_file.h"

namespace nsearch::indexer::direct {

/// A run of consecutive documents: what goes by document is packed into leaves already, what goes by term is
/// sorted within the run.
struct RunPart : BuiltPart {
  std::uint32_t first_document = 0;
  std::vector<std::uint32_t> lengths;  ///< of the documents from the first on
  glass::Statistics statistics;
  glass::Leaves records, term_lists;
  std::map<std::uint32_t, glass::ValueChunks> values;  ///< by slot
  SortedRun postings;
};

class RunPartBuilder : public PartBuilder {
 public:
  void begin(std::uint64_t number, std::uint32_t first_document) override;
  void append(const DocumentPostings& document) override;
  std::unique_ptr<BuiltPart> finish() override;

 private:
  void add_values(const DocumentPostings& document);
  void add_length(const DocumentPostings& document);
  void write_term_lists();

  std::unique_ptr<RunPart> part_;
  std::uint32_t document_ = 0;  // the number of the next one
  std::string key_;             // of the document: its number
  std::string tag_;
  std::vector<std::string> used_slots_;  // of each document; empty: none
  Inverter inverter_;
  std::vector<glass::ListedTerm> terms_;
  glass::LeafPacker records_, term_lists_;
  glass::Deflater deflater_;
};

}  // namespace nsearch::indexer::direct
