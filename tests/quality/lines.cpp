// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/lines.h"

#include <zlib.h>

#include <array>
#include <charconv>
#include <memory>

#include "nsearch/error.h"

namespace nsearch::quality {
namespace {

struct CloseFile {
  void operator()(gzFile_s* file) const { gzclose(file); }
};

std::string_view without_carriage_return(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

void for_each_line(const std::string& path, const std::function<void(std::string_view)>& each) {
  const std::unique_ptr<gzFile_s, CloseFile> file(
      gzopen(path.c_str(), "rb"));  // reads plain files as they are
  if (!file) throw Error(ErrorCode::io, path + ": can't be read");
  std::array<char, 1 << 16> block;
  std::string pending;
  int got = 0;
  while ((got = gzread(file.get(), block.data(), block.size())) > 0) {
    pending.append(block.data(), static_cast<std::size_t>(got));
    std::size_t begin = 0;
    for (std::size_t end; (end = pending.find('\n', begin)) != std::string::npos; begin = end + 1)
      each(without_carriage_return(std::string_view(pending).substr(begin, end - begin)));
    pending.erase(0, begin);
  }
  if (got < 0) throw Error(ErrorCode::io, path + ": damaged gzip data");
  if (!pending.empty()) each(without_carriage_return(pending));
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t end = line.find(separator);
    fields.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> split_blanks(std::string_view line) {
  constexpr std::string_view blanks = " \t";
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; (begin = line.find_first_not_of(blanks, begin)) != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(blanks, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return fields;
}

int to_int(std::string_view text, const std::string& path) {
  int value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc())
    throw Error(ErrorCode::usage, path + ": \"" + std::string(text) + "\" stands where a number should");
  return value;
}

}  // namespace nsearch::quality
