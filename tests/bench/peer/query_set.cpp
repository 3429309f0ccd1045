// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_set.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace nsearch::bench {
namespace {

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string text_of(const BenchQuery& query) {
  const auto is = [&](const char* type) { return query.type.rfind(type, 0) == 0; };
  if (is("andnot")) return query.terms.at(0) + " NOT " + query.terms.at(1);
  if (is("and")) return joined(query.terms, " AND ");
  if (is("or")) return joined(query.terms, " OR ");
  if (is("phrase")) return '"' + joined(query.terms, " ") + '"';
  if (is("prefix")) return query.terms.at(0) + '*';
  if (is("nl")) return query.text;
  return joined(query.terms, " ");
}

}  // namespace

std::vector<BenchQuery> read_query_set(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  std::vector<BenchQuery> queries;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    try {
      const nlohmann::json json = nlohmann::json::parse(line);
      queries.push_back({json.at("type"), json.at("lang"), json.value("text", ""), json.at("terms")});
    } catch (const nlohmann::json::exception& e) {
      throw std::runtime_error(path + ':' + std::to_string(number) + ": " + e.what());
    }
  }
  return queries;
}

SearchRequest request_of(const BenchQuery& query) {
  SearchRequest request;
  request.query = text_of(query);
  request.plain = query.type == "nl";
  request.snippets = false;
  request.suggest = false;  // the others say nothing of misspelled words
  return request;
}

}  // namespace nsearch::bench
