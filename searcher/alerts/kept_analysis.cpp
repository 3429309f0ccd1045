// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/kept_analysis.h"

#include <dlfcn.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "nsearch/error.h"
#include "storage/file_sync.h"

namespace nsearch::searcher {

namespace {

/// Tells builds apart: by the file that this code was loaded from.
std::string build() {
  Dl_info info{};
  struct stat status {};
  // A program names itself as it was called, a shared library by its whole path.
  const bool found = ::dladdr(reinterpret_cast<const void*>(&build), &info) != 0 && info.dli_fname;
  const bool library = found && info.dli_fname[0] == '/';
  if (::stat(library ? info.dli_fname : "/proc/self/exe", &status) != 0) return {};
  return std::to_string(status.st_size) + "." + std::to_string(status.st_mtim.tv_sec) + "." +
         std::to_string(status.st_mtim.tv_nsec);
}

/// One line that changes when analyses may.
std::string maker(const OpenIndexes& indexes) {
  const std::string this_build = build();
  if (this_build.empty()) return {};
  const ProtectedWords protected_words = protected_words_of(indexes.database());
  std::string line = "nsearch " + this_build;
  for (const std::string& language : indexes.languages())
    line += " " + language + "=" + analysis_fingerprint(language, protected_words);
  return line + '\n';
}

}  // namespace

AnalysisMemo& KeptAnalysis::memo(const OpenIndexes& indexes) {
  const std::string made_by = maker(indexes);
  if (!made_by_.empty() && made_by_ == made_by) return memo_;
  made_by_ = made_by;
  std::ifstream stream(file_, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const bool holds = !made_by_.empty() && bytes.starts_with(made_by_);
  memo_.read(holds ? std::string_view(bytes).substr(made_by_.size()) : std::string_view());
  return memo_;
}

void KeptAnalysis::keep(bool only_asked_for) {
  if (made_by_.empty() || !memo_.changed(only_asked_for)) return;
  try {
    storage::replace_file(file_, made_by_ + memo_.write(only_asked_for));
  } catch (const Error&) {
    // The next run takes longer, that is all.
  }
}

}  // namespace nsearch::searcher
