// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_fields.h"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "storage/index_schema.h"

namespace nsearch::indexer {
namespace {

/// The boolean terms and values of one document in the making.
class Fields {
 public:
  Fields(TermTable& terms, DocumentPostings& out) : terms_(terms), out_(out) {}

  void term(std::string_view prefix, std::string_view text) {
    if (!text.empty()) terms_.add(schema::bounded_term(prefix, text), 0);
  }
  void value(std::uint32_t slot, std::string_view text) {
    if (!text.empty()) out_.values.emplace_back(slot, text);
  }
  void bounded_value(std::uint32_t slot, std::string_view text) {
    if (!text.empty()) value(slot, schema::bounded_term({}, text));
  }

  void add_languages(const StoredDocument& document);
  void add_date(std::string_view date);
  void add_facets(const StoredDocument& document);

 private:
  void facet(const std::string& name, const std::vector<std::string_view>& texts);

  TermTable& terms_;
  DocumentPostings& out_;
};

void Fields::add_languages(const StoredDocument& document) {
  auto& languages = out_.languages;
  languages.push_back(document.language);
  for (const LanguageSpan& span : document.spans) {
    if (std::find(languages.begin(), languages.end(), span.language) == languages.end()) {
      languages.push_back(span.language);
    }
  }
  for (const std::string& language : languages) term(schema::prefix::language, language);
  value(schema::slot_language, document.language);
}

void Fields::add_date(std::string_view date) {
  const auto time = parse_date(date);
  if (!time) return;
  const std::string day = format_date({time->seconds, false});  // YYYY-MM-DD, in UTC
  const std::string year = day.substr(0, 4), month = day.substr(5, 2);
  term(schema::prefix::year, year);
  term(schema::prefix::month, year + month);
  term(schema::prefix::day, year + month + day.substr(8, 2));
  value(schema::slot_date, Xapian::sortable_serialise(static_cast<double>(time->seconds)));
}

void Fields::add_facets(const StoredDocument& document) {
  std::map<std::string, std::vector<std::string_view>> by_name;
  for (const auto& [name, text] : document.facets) {
    if (!name.empty() && !text.empty()) by_name[name].push_back(text);
  }
  for (const auto& [name, texts] : by_name) facet(name, texts);
}

void Fields::facet(const std::string& name, const std::vector<std::string_view>& texts) {
  std::string all;
  for (std::string_view text : texts) {
    terms_.add(schema::facet_term(name, schema::fold_name(text)), 0);
    if (!all.empty()) all += schema::facet_value_separator;
    all += schema::bounded_term({}, text);
  }
  value(schema::facet_slot(name), all);
  out_.facets.push_back(name);
}

}  // namespace

void add_fields(const StoredDocument& document, std::string_view digest, TermTable& terms,
                DocumentPostings& out) {
  out.id_term = schema::bounded_term(schema::prefix::id, document.id);
  Fields fields(terms, out);
  terms.add(out.id_term, 0);
  fields.bounded_value(schema::slot_tie_break, document.id);
  fields.value(schema::slot_modified, Xapian::sortable_serialise(static_cast<double>(document.modified)));
  fields.add_languages(document);
  fields.term(schema::prefix::source, schema::fold_name(document.source));
  fields.bounded_value(schema::slot_source, document.source);
  fields.term(schema::prefix::author, schema::fold_name(document.author));
  fields.bounded_value(schema::slot_author, document.author);
  fields.term(schema::prefix::host, url_host(document.url));
  fields.add_date(document.date);
  fields.term(schema::prefix::origin, document.origin.path);
  fields.term(schema::prefix::digest, digest);
  fields.add_facets(document);
  // Two facet names may share a slot; then the first keeps it.
  const auto by_slot = [](const auto& a, const auto& b) { return a.first < b.first; };
  const auto same_slot = [](const auto& a, const auto& b) { return a.first == b.first; };
  std::stable_sort(out.values.begin(), out.values.end(), by_slot);
  out.values.erase(std::unique(out.values.begin(), out.values.end(), same_slot), out.values.end());
}

std::string url_host(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const auto user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  if (host.starts_with('[')) {
    host = host.substr(0, host.find(']') + 1);  // an IPv6 address has colons of its own
  } else {
    host = host.substr(0, host.find(':'));
  }
  std::string lower(host);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (lower.starts_with("www.")) lower.erase(0, 4);
  return lower;
}

}  // namespace nsearch::indexer
