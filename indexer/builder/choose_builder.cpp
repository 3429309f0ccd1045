// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/choose_builder.h"

#include "builder/api_generation.h"
#include "builder/direct/direct_builder.h"
#include "builder/direct/self_check.h"
#include "nsearch/error.h"

namespace nsearch::indexer {

std::unique_ptr<GenerationBuilder> choose_builder(const BuilderSettings& settings,
                                                  const std::function<void(const std::string&)>& say,
                                                  const BuilderCheck& check) {
  const auto by_api = [&] {
    return std::make_unique<ApiGeneration>(settings.folder, settings.plan.threads, settings.plan.pending);
  };
  if (settings.name == "api") return by_api();
  const std::string trouble = check(settings.folder / "check");
  if (trouble.empty()) return std::make_unique<direct::DirectBuilder>(settings.folder, settings.plan);
  const std::string told = "the direct builder does not suit the installed Xapian: " + trouble;
  if (settings.name == "direct") throw Error(ErrorCode::internal, told, "build with --builder api");
  say(told + "; built by Xapian's own functions, which takes longer");
  return by_api();
}

std::string check_once(const std::filesystem::path& scratch) {
  static const std::string trouble = direct::self_check(scratch);
  return trouble;
}

}  // namespace nsearch::indexer
