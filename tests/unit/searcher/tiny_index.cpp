// SPDX-License-Identifier: GPL-2.0-or-later
#include "tiny_index.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "nsearch/analyzer.h"
#include "storage/index_schema.h"
#include "storage/record.h"

namespace tiny {

using namespace nsearch;
namespace fs = std::filesystem;

namespace {

void add_text(Xapian::Document& out, std::string_view text, const std::string& language,
              std::uint32_t position, bool title, std::uint32_t lead_end) {
  Analyzer analyzer(language);
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  std::uint32_t gaps = 0;
  for (const Token& token : analyzed.tokens()) {
    const std::uint32_t at = position + token.position - 1 + gaps;
    const auto in_language = [&](std::string_view prefix) {
      return schema::language_term(prefix, language, token.stem);
    };
    if (token.kind == TokenKind::compound_part) {
      out.add_term(in_language(schema::prefix::compound_part));
      continue;
    }
    out.add_posting(schema::bounded_term("", token.surface), at);
    if (title) out.add_term(schema::bounded_term(schema::prefix::title, token.surface));
    if (token.exact != token.surface) {
      out.add_term(schema::bounded_term(schema::prefix::exact, token.exact));
    }
    if (token.kind == TokenKind::word && !token.stop_word) {
      out.add_term(in_language(schema::prefix::stem));
      if (title) out.add_term(in_language(schema::prefix::title_stem));
      if (at < lead_end) out.add_term(in_language(schema::prefix::lead));
    }
    if (token.boundary == Boundary::sentence) out.add_posting("Bs", at, 0);
    if (token.boundary == Boundary::paragraph) out.add_posting("Bp", at, 0);
    if (token.boundary == Boundary::paragraph) gaps += schema::paragraph_gap;
  }
}

/// Of URLs as tests write them: https://host/path.
std::string host_of(const std::string& url) {
  const std::size_t begin = url.find("//") + 2;
  const std::string host = url.substr(begin, url.find('/', begin) - begin);
  return host.substr(0, 4) == "www." ? host.substr(4) : host;
}

void add_values(Xapian::Document& out, const StoredDocument& document) {
  out.add_value(schema::slot_language, document.language);
  if (!document.source.empty()) out.add_value(schema::slot_source, schema::bounded_term("", document.source));
  if (!document.author.empty()) out.add_value(schema::slot_author, schema::bounded_term("", document.author));
  for (const auto& [name, value] : document.facets) {
    const std::string earlier = out.get_value(schema::facet_slot(name));
    const std::string separator = earlier.empty() ? "" : std::string(1, schema::facet_value_separator);
    out.add_value(schema::facet_slot(name), earlier + separator + schema::bounded_term("", value));
  }
}

void add_filters(Xapian::Document& out, const StoredDocument& document) {
  const auto add = [&](std::string_view prefix, const std::string& value) {
    if (!value.empty()) out.add_boolean_term(schema::bounded_term(prefix, value));
  };
  add(schema::prefix::id, document.id);
  add(schema::prefix::language, document.language);
  for (const LanguageSpan& span : document.spans) add(schema::prefix::language, span.language);
  add(schema::prefix::source, schema::fold_name(document.source));
  add(schema::prefix::author, schema::fold_name(document.author));
  if (!document.url.empty()) add(schema::prefix::host, host_of(document.url));
  for (const auto& [name, value] : document.facets) {
    out.add_boolean_term(schema::facet_term(name, schema::fold_name(value)));
  }
  if (document.date.size() == 10) {
    const std::string& d = document.date;
    add(schema::prefix::year, d.substr(0, 4));
    add(schema::prefix::month, d.substr(0, 4) + d.substr(5, 2));
    add(schema::prefix::day, d.substr(0, 4) + d.substr(5, 2) + d.substr(8, 2));
    out.add_value(schema::slot_date, Xapian::sortable_serialise(static_cast<double>(parse_date(d)->seconds)));
  }
  add_values(out, document);
  out.add_value(schema::slot_tie_break, schema::bounded_term("", document.id));
}

}  // namespace

Folder::Folder() {
  std::string pattern = (fs::temp_directory_path() / "nsearch-test-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

StoredDocument document(std::string id, std::string language, std::string title, std::string body) {
  StoredDocument document;
  document.id = std::move(id);
  document.language = std::move(language);
  document.title = std::move(title);
  document.body = std::move(body);
  document.spans = {{0, static_cast<std::uint32_t>(document.body.size()), document.language}};
  return document;
}

void add(Xapian::WritableDatabase& database, const StoredDocument& document) {
  Xapian::Document out;
  add_text(out, document.title, document.language, 1, true, 0);
  std::uint32_t position = schema::body_position;
  const bool has_lead = document.title.empty() && document.body.size() >= schema::lead_least_bytes;
  const std::uint32_t lead_end = has_lead ? position + schema::lead_words : 0;
  for (const LanguageSpan& span : document.spans) {
    add_text(out, std::string_view(document.body).substr(span.begin, span.end - span.begin), span.language,
             position, false, lead_end);
    position += 10000;
  }
  add_filters(out, document);
  out.set_data(encode_record(document));
  database.replace_document(schema::bounded_term(schema::prefix::id, document.id), out);
}

void add_metadata(Xapian::WritableDatabase& database) {
  namespace key = schema::metadata_key;
  database.set_metadata(std::string(key::format), std::to_string(schema::format_version));
  database.set_metadata(std::string(key::created), "2025-01-01T00:00:00Z");
  database.set_metadata(std::string(key::committed), "2025-02-01T00:00:00Z");
  const std::string prefix(schema::prefix::language);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string language = (*term).substr(prefix.size());
    database.set_metadata(std::string(key::analysis) + language, analysis_fingerprint(language));
  }
}

Xapian::WritableDatabase in_memory(const std::vector<StoredDocument>& documents) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const StoredDocument& document : documents) add(database, document);
  return database;
}

void publish(const fs::path& folder, int number, const std::vector<StoredDocument>& documents) {
  const std::string generation = "gen-" + std::to_string(number);
  {
    Xapian::WritableDatabase database((folder / generation).string(), Xapian::DB_CREATE_OR_OVERWRITE);
    for (const StoredDocument& document : documents) add(database, document);
    database.commit();
    add_metadata(database);
    database.commit();
  }
  std::ofstream(folder / "stub.new") << "glass " << generation << '\n';
  fs::rename(folder / "stub.new", folder / "XAPIANDB");
}

std::vector<std::string> matching(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_sort_by_relevance_then_value(schema::slot_tie_break, false);
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  std::vector<std::string> ids;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    ids.push_back(match.get_document().get_value(schema::slot_tie_break));
  }
  return ids;
}

}  // namespace tiny
