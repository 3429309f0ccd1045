// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>

#include "nsearch/error.h"
#include "present/json_values.h"
#include "present/presenters.h"

namespace nsearch {
namespace {

using namespace searcher;

std::string megabytes(std::uint64_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& item : list) text += (text.empty() ? "" : ", ") + item;
  return text;
}

void write_shards(const IndexInfo& info, std::ostream& out) {
  out << "shards\n";
  for (const ShardInfo& shard : info.shards) {
    out << "  " << shard.name << ": " << shard.documents << " documents, "
        << (shard.remote ? "remote" : megabytes(shard.bytes)) << ", last commit " << shard.committed << '\n';
  }
}

void write_text(const IndexInfo& info, std::ostream& out) {
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) out << name << value << '\n';
  };
  line("index        ", joined(info.paths));
  line("documents    ", std::to_string(info.documents));
  if (info.bytes > 0) line("size         ", megabytes(info.bytes));
  line("format       ", std::to_string(info.format));
  line("generation   ", joined(info.generations));
  line("created      ", info.created);
  line("last commit  ", info.committed);
  if (!info.first_date.empty()) line("dates        ", info.first_date + " to " + info.last_date);
  line("facets       ", joined(info.facets));
  if (!info.protected_words.empty()) line("protected    ", std::to_string(info.protected_words.size()));
  if (info.shards.size() > 1 || (!info.shards.empty() && info.shards.front().remote)) write_shards(info, out);
  if (!info.languages.empty()) out << "languages\n";
  for (const LanguageCount& l : info.languages) {
    char row[96];
    std::snprintf(row, sizeof row, "  %-4s %12llu  %s\n", l.language.c_str(),
                  static_cast<unsigned long long>(l.documents), l.fingerprint.c_str());
    out << row;
  }
}

}  // namespace

void present_info(const IndexInfo& info, const std::string& format, std::ostream& out,
                  const PresentOptions&) {
  if (format == "json")
    out << to_line(to_json(info));
  else if (format == "text")
    write_text(info, out);
  else
    throw Error(ErrorCode::usage, "unknown format of index information: " + format, "choose text or json");
}

}  // namespace nsearch
