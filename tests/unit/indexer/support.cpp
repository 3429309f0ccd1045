// SPDX-License-Identifier: GPL-2.0-or-later
#include "support.h"

#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "storage/index_schema.h"

namespace test {

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "nsearch-indexer-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void write_file(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::string shown(const Terms& terms) {
  std::string text;
  for (const auto& [term, what] : terms) text += term + ": " + what + '\n';
  return text;
}

Terms terms_of(const nsearch::indexer::DocumentPostings& postings) {
  Terms terms;
  for (const auto& term : postings.terms) {
    std::string text = std::to_string(term.wdf);
    char mark = '@';
    for (std::uint32_t position : postings.positions(term)) {
      text += mark + std::to_string(position);
      mark = ',';
    }
    terms[std::string(postings.text(term))] = text;
  }
  return terms;
}

nsearch::StoredDocument stored(const std::string& id, const std::string& language, const std::string& title,
                               const std::string& body) {
  nsearch::StoredDocument document;
  document.id = id;
  document.language = language;
  document.title = title;
  document.body = body;
  document.spans = {{0, static_cast<std::uint32_t>(body.size()), language}};
  document.modified = 1;
  return document;
}

std::string dump_of(const Xapian::Database& database, const std::string& id) {
  std::ostringstream out;
  const std::string term = nsearch::schema::bounded_term(nsearch::schema::prefix::id, id);
  for (auto found = database.postlist_begin(term); found != database.postlist_end(term); ++found) {
    out << id << " length " << database.get_doclength(*found) << '\n';
    for (auto t = database.termlist_begin(*found); t != database.termlist_end(*found); ++t) {
      out << *t << ' ' << t.get_wdf();
      for (auto p = t.positionlist_begin(); p != t.positionlist_end(); ++p) out << ',' << *p;
      out << '\n';
    }
    const Xapian::Document document = database.get_document(*found);
    for (auto v = document.values_begin(); v != document.values_end(); ++v) {
      out << "slot " << v.get_valueno() << ' ' << *v << '\n';
    }
    out << document.get_data() << '\n';
  }
  return out.str();
}

}  // namespace test
