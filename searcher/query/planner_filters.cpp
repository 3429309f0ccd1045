// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_filters.h"

#include "nsearch/language.h"
#include "query/diagnostic.h"
#include "query/planner_dates.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

using Xapian::Query;
namespace prefix = schema::prefix;

namespace {

Query weightless(const Query& query) {
  return query.empty() ? query : Query(Query::OP_SCALE_WEIGHT, query, 0);
}

QueryDiagnostic about(const QueryNode& node, std::string message, std::string expected) {
  QueryDiagnostic diagnostic;
  diagnostic.begin = node.begin;
  diagnostic.end = node.end;
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

/// The host in an address, as the H terms have it; a bare host is itself.
std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/?#"));
  const std::size_t user = address.rfind('@');
  if (user != std::string_view::npos) address.remove_prefix(user + 1);
  address = address.substr(0, address.find(':'));
  std::string host(address);
  for (char& c : host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (host.rfind("www.", 0) == 0) host.erase(0, 4);
  return host;
}

bool names_more_than_a_host(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  const std::size_t slash = address.find_first_of("/?#");
  return slash != std::string_view::npos && slash + 1 < address.size();
}

struct FilterTerm {
  std::string term;
  std::string shown;  ///< without its prefix
};

FilterTerm filter_term(const QueryNode& node) {
  const auto make = [](std::string_view term_prefix, std::string value) {
    return FilterTerm{schema::bounded_term(term_prefix, value), value};
  };
  if (node.field == "lang") return make(prefix::language, primary_language(node.text));
  if (node.field == "source") return make(prefix::source, schema::fold_name(node.text));
  if (node.field == "author") return make(prefix::author, schema::fold_name(node.text));
  if (node.field == "id") return make(prefix::id, node.text);
  if (node.field == "host" || node.field == "url") return make(prefix::host, host_of(node.text));
  const std::string value = schema::fold_name(node.text);
  return {schema::facet_term(node.field, value), value};
}

void explain(const QueryNode& node, const char* role, std::string shown, Xapian::doccount documents,
             QueryPlan& out) {
  ExplainedWord word;
  word.text = node.field + ":" + node.text;
  word.begin = node.begin;
  word.end = node.end;
  word.terms.push_back({role, {}, std::move(shown), documents});
  out.words.push_back(std::move(word));
}

Xapian::doccount count_of(const Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

Query date_filter(const QueryNode& node, Vocabulary& vocabulary, const PlanOptions& options, QueryPlan& out) {
  const bool one_date = node.field != "date";
  const bool is_one = !one_date || time_range(node.text, options.clock);
  const std::string comparison = node.field == "after" ? ">" : node.field == "before" ? "<" : "";
  const DateQuery date = date_query(comparison + node.text, options.clock);
  if (!is_one || !date.query) {
    const std::string problem = "“" + shortened(node.text) + "” is no date";
    out.diagnostic =
        about(node, is_one ? date.problem : problem, is_one ? date.expected : "one date, such as 2025-03-13");
    return Query();
  }
  if (options.explain) explain(node, "date", node.text, count_of(*date.query, vocabulary.database()), out);
  return weightless(*date.query);
}

}  // namespace

Query filter_query(const QueryNode& node, Vocabulary& vocabulary, const PlanOptions& options,
                   QueryPlan& out) {
  if (node.field == "date" || node.field == "after" || node.field == "before")
    return date_filter(node, vocabulary, options, out);
  if (node.field == "lang" && node.text != "und" && primary_language(node.text) == "und") {
    out.diagnostic =
        about(node, "“" + shortened(node.text) + "” is no language code", "a code such as fr, nl or en");
    return Query();
  }
  const FilterTerm filter = filter_term(node);
  const Xapian::doccount documents = vocabulary.frequency(filter.term);
  if (options.explain) explain(node, "filter", filter.shown, documents, out);
  if (node.field == "url" && names_more_than_a_host(node.text)) {
    out.hints.push_back(
        about(node, "url: looks at the host only, here “" + shortened(filter.shown) + "”", ""));
  }
  if (documents == 0) {
    out.hints.push_back(about(node, "no document has " + node.field + ":" + shortened(node.text), ""));
    return Query();
  }
  return weightless(Query(filter.term));
}

Query language_filter(const std::vector<std::string>& languages) {
  std::vector<Query> terms;
  for (const std::string& language : languages) {
    terms.emplace_back(schema::bounded_term(prefix::language, primary_language(language)));
  }
  return weightless(Query(Query::OP_OR, terms.begin(), terms.end()));
}

}  // namespace nsearch::searcher
