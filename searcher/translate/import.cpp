// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>

#include "nsearch/dictionaries.h"
#include "nsearch/error.h"
#include "nsearch/language.h"
#include "storage/file_sync.h"
#include "translate/dictionaries.h"
#include "translate/source.h"

namespace nsearch {

namespace fs = std::filesystem;
using searcher::dictionaries_folder;

namespace {

std::string without_endings(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  for (const char* ending : {".gz", ".dz", ".index", ".dict", ".tsv", ".txt"})
    if (name.ends_with(ending)) name.erase(name.size() - std::string_view(ending).size());
  return name;
}

bool is_name(const std::string& name) {
  return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

/// The last two language codes side by side in a name: freedict-fra-nld.
void guess_languages(const std::string& name, std::string& from, std::string& to) {
  std::string before, first, second;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("-_. ", begin), name.size());
    const std::string piece = name.substr(begin, end - begin);
    const bool code = piece.size() == 2 || piece.size() == 3;
    const std::string language = code ? primary_language(piece) : "und";
    if (language != "und" && !before.empty()) {
      first = before;
      second = language;
    }
    before = language == "und" ? "" : language;
    begin = end + 1;
  }
  if (from.empty()) from = first;
  if (to.empty()) to = second;
}

std::string language_given(const std::string& tag) {
  const std::string language = tag.empty() ? "und" : primary_language(tag);
  if (language == "und" && !tag.empty())
    throw Error(ErrorCode::usage, "“" + tag + "” is no language code", "give a code such as fr, nl or en");
  return tag.empty() ? "" : language;
}

DictionaryInfo describe(const DictionaryImport& what, const std::string& path) {
  DictionaryInfo info;
  info.name = what.name.empty() ? without_endings(path) : what.name;
  info.from = language_given(what.from);
  info.to = language_given(what.to);
  if (info.from.empty() || info.to.empty()) guess_languages(without_endings(path), info.from, info.to);
  if (info.from.empty() || info.to.empty() || info.from == info.to)
    throw Error(ErrorCode::usage, path + ": its name does not say from which language into which",
                "say so: nsearch dictionary import --from fr --to nl " + path);
  if (!is_name(info.name))
    throw Error(ErrorCode::usage, "“" + info.name + "” can't be a dictionary's name",
                "give another by --name: letters, digits, - _ and . only");
  return info;
}

}  // namespace

ImportedDictionary import_dictionary(const std::string& state, const DictionaryImport& what) {
  std::error_code error;
  if (!fs::is_directory(state, error))
    throw Error(ErrorCode::no_index, state + ": no such folder",
                "name an index, or make a folder for what is kept beside indexes");
  const std::string path = searcher::dictionary_path(what.path);
  ImportedDictionary imported;
  imported.info = describe(what, path);
  const auto left_out = [&](const std::string& place, const std::string& problem) {
    if (imported.left_out++ == 0) imported.first_left_out = place + ": " + problem;
  };
  searcher::DictionaryBuilder builder(imported.info);
  searcher::read_dictionary(path, {[&](searcher::DictionaryEntry&& entry) {
                                     if (!builder.add(entry))
                                       left_out(path + ", “" + entry.headword + "”", "nothing to look up");
                                   },
                                   left_out});
  if (imported.info.words == 0)
    throw Error(ErrorCode::usage,
                path + ": no dictionary" + (imported.left_out == 0 ? "" : ": " + imported.first_left_out),
                "read are dictionaries of dictd, and lines: word, tab, translations with | between");
  const fs::path folder = dictionaries_folder(state);
  fs::create_directories(folder, error);
  if (error) throw Error(ErrorCode::io, folder.string() + ": " + error.message());
  const std::string bytes = builder.finish();
  storage::replace_file(folder / (imported.info.name + ".dict"), bytes);
  imported.info.bytes = bytes.size();
  return imported;
}

std::vector<DictionaryInfo> list_dictionaries(const std::string& state) {
  std::vector<DictionaryInfo> list;
  for (const fs::path& file : searcher::dictionary_files(state))
    list.push_back(searcher::Dictionary(file).info());
  return list;
}

bool remove_dictionary(const std::string& state, const std::string& name) {
  if (!is_name(name)) return false;
  const fs::path file = dictionaries_folder(state) / (name + ".dict");
  std::error_code error;
  const bool removed = fs::remove(file, error);
  if (error) throw Error(ErrorCode::io, file.string() + ": " + error.message());
  return removed;
}

}  // namespace nsearch
