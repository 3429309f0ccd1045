// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/alert_journal.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>

#include "nsearch/error.h"

namespace nsearch::searcher {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

}  // namespace

void AlertJournal::add(const JournalNote& note) const {
  // A name needs no escaping, and a run of many alerts makes many notes.
  file_.add("{\"alert\":\"" + note.alert + "\",\"batch\":" + std::to_string(note.batch) +
            ",\"told\":" + (note.told ? "true" : "false") + "}\n");
}

std::vector<JournalNote> read_journal(const fs::path& path) {
  std::vector<JournalNote> notes;
  const std::string text = content_of(path);
  for (std::size_t begin = 0, end = text.find('\n'); end != text.npos;
       begin = end + 1, end = text.find('\n', begin)) {
    const Json json = Json::parse(text.substr(begin, end - begin), nullptr, false);
    try {
      notes.push_back({json.at("alert"), json.at("batch"), json.at("told")});
    } catch (const nlohmann::json::exception&) {
      break;
    }
  }
  return notes;
}

std::string content_of(const fs::path& path) {
  std::error_code problem;
  if (!fs::exists(path, problem)) {
    if (problem) throw Error(ErrorCode::io, path.string() + ": " + problem.message());
    return {};
  }
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad())
    throw Error(ErrorCode::io, path.string() + ": can't be read", "check its permissions");
  return text;
}

std::string id_of_boot() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

}  // namespace nsearch::searcher
