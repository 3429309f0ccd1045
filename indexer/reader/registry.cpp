// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "nsearch/error.h"
#include "reader/formats.h"
#include "reader/reader.h"

namespace nsearch {
namespace indexer {
namespace {

constexpr std::array<std::string_view, 5> compression_suffixes = {".gz", ".gzip", ".zst", ".bz2", ".xz"};

/// The last part of a path in lower case, a compression suffix taken off.
std::string plain_name(std::string_view path) {
  std::string name(path.substr(path.find_last_of('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  for (std::string_view suffix : compression_suffixes) {
    if (name.size() > suffix.size() && name.ends_with(suffix)) {
      name.resize(name.size() - suffix.size());
      break;
    }
  }
  return name;
}

const ReaderEntry& forced_reader(const std::string& forced) {
  std::string known;
  for (const ReaderEntry& entry : reader_registry()) {
    if (entry.format.name == forced) return entry;
    known += (known.empty() ? "" : ", ") + entry.format.name;
  }
  throw Error(ErrorCode::usage, "unknown input format \"" + forced + "\"", "one of: " + known);
}

}  // namespace

const std::vector<ReaderEntry>& reader_registry() {
#define NSEARCH_LIST_FORMAT(NAME) NAME##_format(),
  static const std::vector<ReaderEntry> registry = {NSEARCH_INPUT_FORMATS(NSEARCH_LIST_FORMAT)};
#undef NSEARCH_LIST_FORMAT
  return registry;
}

const ReaderEntry* choose_reader(const std::string& forced, std::string_view name, std::string_view head) {
  if (!forced.empty()) return &forced_reader(forced);
  const std::string plain = plain_name(name);
  const ReaderEntry* surest = nullptr;
  int sureness = 0;
  for (const ReaderEntry& entry : reader_registry()) {
    const int found = entry.recognise(plain, head);
    if (found <= sureness) continue;
    surest = &entry;
    sureness = found;
  }
  return surest;
}

}  // namespace indexer

std::vector<InputFormat> input_formats() {
  std::vector<InputFormat> formats;
  for (const indexer::ReaderEntry& entry : indexer::reader_registry()) formats.push_back(entry.format);
  return formats;
}

}  // namespace nsearch
