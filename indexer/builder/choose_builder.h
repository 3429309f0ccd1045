// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "builder/generation_builder.h"
#include "memory_plan.h"

namespace nsearch::indexer {

struct BuilderSettings {
  std::string name;              ///< "direct", "api", or empty: direct where it can be trusted
  std::filesystem::path folder;  ///< of the new generation: exists, and is empty
  MemoryPlan plan;
};

/// Says what is wrong with the direct builder, empty if nothing; may use a folder that is not there yet.
using BuilderCheck = std::function<std::string(const std::filesystem::path& scratch)>;

/// direct::self_check(), made once in a process. Thread-safe. Throws Error(io).
std::string check_once(const std::filesystem::path& scratch);

/// Makes the builder of a new generation. The direct builder writes Xapian's format by itself, so it is
/// checked first. Where it fails, the public-API builder is taken and `say` is told why. Throws
/// Error(internal) where the direct builder was asked for by name and fails; Error(io).
std::unique_ptr<GenerationBuilder> choose_builder(const BuilderSettings& settings,
                                                  const std::function<void(const std::string&)>& say,
                                                  const BuilderCheck& check = check_once);

}  // namespace nsearch::indexer
