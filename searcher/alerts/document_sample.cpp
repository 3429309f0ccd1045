// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/document_sample.h"

#include "nsearch/analyzer.h"
#include "query/vocabulary_walk.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

using Xapian::Query;
namespace prefix = schema::prefix;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_surface(const std::string& term) {
  return !term.empty() && !is_capital(term.front());
}

/// Terms that the planner walks over: forms, also those in titles, and accent-exact ones.
bool is_walked(const std::string& term) {
  if (is_surface(term)) return true;
  const bool title = term.size() > 1 && term.starts_with(prefix::title) && !is_capital(term[1]);
  return title || term.starts_with(prefix::exact);
}

Xapian::Database database_of(const std::vector<Xapian::Document>& documents) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Xapian::Document& document : documents) database.add_document(document);
  return database;
}

/// The surface form of an exact one; empty where it is none of a single word.
std::string surface_of(const std::string& exact, Analyzer& neutral, AnalyzedText& text) {
  neutral.analyze(exact, text);
  for (const Token& token : text.tokens()) {
    if (token.kind != TokenKind::compound_part && token.span == text.positions())
      return std::string(token.surface);
  }
  return {};
}

}  // namespace

DocumentSample::DocumentSample(const Xapian::Database& whole, std::vector<Xapian::docid> documents)
    : whole_(whole), documents_(std::move(documents)), id_terms_(documents_.size()) {
  read_terms();
}

void DocumentSample::read_terms() {
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const auto end = whole_.termlist_end(documents_[i]);
    for (auto at = whole_.termlist_begin(documents_[i]); at != end; ++at) {
      const std::string term = *at;
      postings_.add(term, static_cast<std::uint32_t>(i));
      if (term.starts_with(prefix::id)) id_terms_[i] = term;
    }
  }
  postings_.finish();
}

const Xapian::Database& DocumentSample::terms() {
  if (!terms_) {
    Xapian::Document all;
    for (std::size_t i = 0; i < postings_.terms(); ++i) {
      const std::string term(postings_.term(i));
      if (is_walked(term)) all.add_boolean_term(term);
    }
    terms_ = database_of({all});
  }
  return *terms_;
}

const Xapian::Database& DocumentSample::forms() {
  if (forms_) return *forms_;
  Xapian::Document all;
  for (std::size_t i = 0; i < postings_.terms(); ++i) {
    const std::string term(postings_.term(i));
    if (is_surface(term)) all.add_boolean_term(term);
  }
  Analyzer neutral("und");
  AnalyzedText text;
  walk_exact_forms(whole_, {}, [&](const std::string& exact) {
    const std::string surface = surface_of(exact, neutral, text);
    if (!surface.empty() && frequency(schema::bounded_term(prefix::surface, surface)) != 0)
      all.add_boolean_term(std::string(prefix::exact) + exact);
    return true;
  });
  forms_ = database_of({all});
  return *forms_;
}

Xapian::doccount DocumentSample::size() const {
  return static_cast<Xapian::doccount>(documents_.size());
}

Xapian::doccount DocumentSample::frequency(const std::string& term) const {
  return static_cast<Xapian::doccount>(postings_.find(term).size);
}

bool DocumentSample::has_prefix(const std::string& prefix) {
  const auto known = prefixes_.find(prefix);
  if (known != prefixes_.end()) return known->second;
  bool held = false;
  for (std::size_t i = 0; i < postings_.terms() && !held; ++i) held = postings_.term(i).starts_with(prefix);
  return prefixes_[prefix] = held;
}

DocumentSet DocumentSample::with_term(const std::string& term) const {
  DocumentSet set(documents_.size());
  for (const std::uint32_t document : postings_.find(term)) set.add(document);
  return set;
}

/// Values are asked for by Xapian itself, of a copy.
DocumentSet DocumentSample::with_value(const Query& query) {
  if (!values_) {
    std::vector<Xapian::Document> copies(documents_.size());
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const Xapian::Document document = whole_.get_document(documents_[i]);
      for (auto value = document.values_begin(); value != document.values_end(); ++value)
        copies[i].add_value(value.get_valueno(), *value);
    }
    values_ = database_of(copies);
  }
  Xapian::Enquire enquire(*values_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, values_->get_doccount());
  DocumentSet set(documents_.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) set.add(*match - 1);
  return set;
}

MatchBounds DocumentSample::all_of(const Query& query) {
  MatchBounds all = exactly(DocumentSet::all(documents_.size()));
  for (std::size_t i = 0; i < query.get_num_subqueries() && !all.maybe.empty(); ++i) {
    const MatchBounds part = bounds(query.get_subquery(i));
    all.surely &= part.surely;
    all.maybe &= part.maybe;
  }
  return all;
}

MatchBounds DocumentSample::any_of(const Query& query) {
  MatchBounds any = exactly(DocumentSet(documents_.size()));
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    if (part.get_type() == Query::LEAF_TERM) {
      for (const std::uint32_t document : postings_.find(*part.get_terms_begin())) {
        any.surely.add(document);
        any.maybe.add(document);
      }
      continue;
    }
    const MatchBounds bounds_of_part = bounds(part);
    any.surely |= bounds_of_part.surely;
    any.maybe |= bounds_of_part.maybe;
  }
  return any;
}

MatchBounds DocumentSample::without(const Query& query) {
  MatchBounds left = bounds(query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    const MatchBounds taken = bounds(query.get_subquery(i));
    left.surely -= taken.maybe;
    left.maybe -= taken.surely;
  }
  return left;
}

MatchBounds DocumentSample::bounds(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_MATCH_NOTHING:
      return exactly(DocumentSet(documents_.size()));
    case Query::LEAF_MATCH_ALL:
      return exactly(DocumentSet::all(documents_.size()));
    case Query::LEAF_TERM:
      return exactly(with_term(*query.get_terms_begin()));
    case Query::OP_AND:
    case Query::OP_FILTER:
      return all_of(query);
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
      return any_of(query);
    case Query::OP_AND_NOT:
      return without(query);
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return bounds(query.get_subquery(0));
    case Query::OP_VALUE_RANGE:
    case Query::OP_VALUE_GE:
    case Query::OP_VALUE_LE:
      return exactly(with_value(query));
    case Query::OP_PHRASE:
    case Query::OP_NEAR: {
      MatchBounds together = all_of(query);
      together.surely = DocumentSet(documents_.size());
      return together;
    }
    default:
      return {DocumentSet(documents_.size()), DocumentSet::all(documents_.size())};
  }
}

}  // namespace nsearch::searcher
