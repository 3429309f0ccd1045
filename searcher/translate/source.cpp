// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/source.h"

#include <filesystem>

#include "nsearch/error.h"
#include "translate/gzip_file.h"

namespace nsearch::searcher {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_index = std::size_t{256} << 20;
constexpr const char* installed = "/usr/share/dictd/freedict-";

bool is_file(const std::string& path) {
  std::error_code unknown;
  return fs::is_regular_file(path, unknown);
}

/// The path without the endings of a dictionary in dictd's format; empty where it has none.
std::string dictd_base(const std::string& path) {
  for (const char* ending : {".index", ".index.gz", ".dict.dz", ".dict", ".dict.gz"})
    if (path.ends_with(ending)) return path.substr(0, path.size() - std::string_view(ending).size());
  return {};
}

std::string first_file(const std::string& base, std::initializer_list<const char*> endings) {
  for (const char* ending : endings)
    if (is_file(base + ending)) return base + ending;
  throw Error(ErrorCode::io, base + *endings.begin() + ": no such file",
              "a dictionary of dictd is two files side by side: NAME.index and NAME.dict.dz");
}

void read_dictd(const std::string& base, const EntrySink& sink) {
  const std::string index_path = first_file(base, {".index", ".index.gz"});
  const std::string dict_path = first_file(base, {".dict.dz", ".dict", ".dict.gz"});
  const std::string index = GzipFile(index_path).read(largest_index);
  GzipFile dict(dict_path);
  std::string text;
  std::uint64_t text_at = 0;
  for (const DictdPlace& place : parse_dictd_index(index, index_path, sink)) {
    const bool same =
        place.offset == text_at && place.length == text.size();  // a further headword of one text
    if (!same) {
      if (place.offset < dict.offset()) {
        sink.left_out(dict_path + ", “" + place.key + "”", "its text begins within another's");
        continue;
      }
      dict.skip_to(place.offset);
      text_at = place.offset;
      text = dict.read(static_cast<std::size_t>(place.length));
      if (text.size() < place.length) {
        sink.left_out(dict_path + ", “" + place.key + "”", "the file ends before its text does");
        continue;
      }
    }
    if (is_utf8(text)) {
      sink.entry(parse_dictd_entry(text, place.key));
    } else {
      sink.left_out(dict_path + ", “" + place.key + "”", "these bytes are no UTF-8");
    }
  }
}

void read_tsv(const std::string& path, const EntrySink& sink) {
  GzipFile file(path);
  std::string line;
  for (std::size_t number = 1; file.line(line); ++number) {
    std::string_view text = line;
    if (number == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
    if (text.empty() || text.front() == '#') continue;
    DictionaryEntry entry;
    std::string problem;
    if (parse_tsv_entry(text, entry, problem)) {
      sink.entry(std::move(entry));
    } else {
      sink.left_out(path + ", line " + std::to_string(number), problem);
    }
  }
}

}  // namespace

std::string dictionary_path(const std::string& given) {
  const std::string known = installed + given + ".index";
  return given.find('/') == given.npos && !is_file(given) && is_file(known) ? known : given;
}

void read_dictionary(const std::string& path, const EntrySink& sink) {
  const std::string base = dictd_base(path);
  if (!base.empty()) return read_dictd(base, sink);
  if (!is_file(path))
    throw Error(
        ErrorCode::io, path + ": no such file",
        "give a file, or the languages of a dict-freedict package that is installed, such as fra-nld");
  read_tsv(path, sink);
}

}  // namespace nsearch::searcher
