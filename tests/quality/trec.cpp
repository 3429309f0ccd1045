// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/trec.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <utility>

#include "nsearch/error.h"
#include "quality/lines.h"

namespace nsearch::quality {
namespace {

[[noreturn]] void malformed(const std::string& path, std::string_view line, const char* expected) {
  throw Error(ErrorCode::usage, path + ": \"" + std::string(line) + "\" is not \"" + expected + "\"");
}

}  // namespace

std::vector<TopicQuery> read_queries(const std::string& path) {
  std::vector<TopicQuery> queries;
  for_each_line(path, [&](std::string_view line) {
    if (line.empty()) return;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) malformed(path, line, "id TAB text");
    queries.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
  });
  return queries;
}

Qrels read_qrels(const std::string& path) {
  Qrels qrels;
  for_each_line(path, [&](std::string_view line) {
    if (line.empty()) return;
    const auto fields = split_blanks(line);
    if (fields.size() != 4) malformed(path, line, "query 0 document grade");
    Judgments& judgments = qrels[std::string(fields[0])];
    const int grade = to_int(fields[3], path);
    if (grade > 0) judgments.relevant[std::string(fields[2])] = grade;
    if (grade < 0) judgments.left_out.insert(std::string(fields[2]));
  });
  std::erase_if(qrels, [](const auto& entry) { return entry.second.relevant.empty(); });
  return qrels;
}

Run read_run(const std::string& path) {
  std::map<std::string, std::vector<std::pair<int, RankedDocument>>> lines;
  for_each_line(path, [&](std::string_view line) {
    if (line.empty()) return;
    const auto fields = split_blanks(line);
    if (fields.size() != 6) malformed(path, line, "query Q0 document rank score tag");
    const double score = std::strtod(std::string(fields[4]).c_str(), nullptr);
    lines[std::string(fields[0])].push_back({to_int(fields[3], path), {std::string(fields[2]), score}});
  });
  Run run;
  for (auto& [query, ranked] : lines) {
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [rank, document] : ranked) run[query].push_back(std::move(document));
  }
  return run;
}

void write_run(const std::string& path, const Run& run, const std::string& tag) {
  std::ofstream out(path);
  out << std::setprecision(9);
  for (const auto& [query, ranking] : run) {
    std::size_t rank = 0;
    for (const RankedDocument& document : ranking)
      out << query << " Q0 " << document.id << ' ' << ++rank << ' ' << document.score << ' ' << tag << '\n';
  }
  if (!out.flush()) throw Error(ErrorCode::io, path + ": can't be written");
}

}  // namespace nsearch::quality
