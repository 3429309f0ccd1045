// SPDX-License-Identifier: GPL-2.0-or-later
#include "database_comparison.h"

#include <catch2/catch.hpp>
#include <iostream>
#include <random>
#include <set>
#include <sstream>

namespace test {
namespace {

constexpr std::size_t differences_kept = 10;

class Comparer {
 public:
  Comparer(const Xapian::Database& a, const Xapian::Database& b, unsigned seed)
      : a_(a), b_(b), random_(seed) {}

  void statistics();
  void terms();
  void documents();
  void values();
  void metadata();
  void queries(int count);

  Comparison result;

 private:
  template <typename Value>
  void same(const char* kind, const Value& x, const Value& y, const std::string& where = {}) {
    ++result.compared[kind];
    if (x == y || result.differences.size() >= differences_kept) return;
    std::ostringstream out;
    out << kind << ' ' << where << ": " << x << " and " << y;
    result.differences.push_back(out.str());
  }
  void postings(const std::string& term);
  void positions(const char* kind, Xapian::PositionIterator x, const Xapian::PositionIterator& x_end,
                 Xapian::PositionIterator y, const Xapian::PositionIterator& y_end, const std::string& where);
  void skips(const std::string& term);
  Xapian::Query random_query();
  const std::string& random_term() { return terms_[random_() % terms_.size()]; }

  const Xapian::Database &a_, &b_;
  std::mt19937 random_;
  std::vector<std::string> terms_;
  std::set<Xapian::valueno> slots_;
};

void Comparer::statistics() {
  same("statistic", a_.get_doccount(), b_.get_doccount(), "documents");
  same("statistic", a_.get_lastdocid(), b_.get_lastdocid(), "last document");
  same("statistic", a_.get_total_length(), b_.get_total_length(), "total length");
  same("statistic", a_.get_doclength_lower_bound(), b_.get_doclength_lower_bound(), "shortest");
  same("statistic", a_.get_doclength_upper_bound(), b_.get_doclength_upper_bound(), "longest");
  same("statistic", a_.has_positions(), b_.has_positions(), "has positions");
}

void Comparer::positions(const char* kind, Xapian::PositionIterator x, const Xapian::PositionIterator& x_end,
                         Xapian::PositionIterator y, const Xapian::PositionIterator& y_end,
                         const std::string& where) {
  for (; x != x_end && y != y_end; ++x, ++y) same(kind, *x, *y, where);
  same(kind, x == x_end, y == y_end, where);
}

void Comparer::postings(const std::string& term) {
  auto x = a_.postlist_begin(term), y = b_.postlist_begin(term);
  const auto x_end = a_.postlist_end(term), y_end = b_.postlist_end(term);
  for (; x != x_end && y != y_end; ++x, ++y) {
    same("posting", *x, *y, term);
    same("wdf", x.get_wdf(), y.get_wdf(), term);
    same("length", x.get_doclength(), y.get_doclength(), term);
    if (!term.empty())
      positions("position", x.positionlist_begin(), x.positionlist_end(), y.positionlist_begin(),
                y.positionlist_end(), term);
  }
  same("end of postings", x == x_end, y == y_end, term);
}

void Comparer::skips(const std::string& term) {
  auto x = a_.postlist_begin(term), y = b_.postlist_begin(term);
  const auto x_end = a_.postlist_end(term), y_end = b_.postlist_end(term);
  while (x != x_end && y != y_end) {
    const std::uint64_t beyond = std::uint64_t{*x} + 1 + random_() % (1 + a_.get_lastdocid() / 8);
    const auto to = static_cast<Xapian::docid>(std::min<std::uint64_t>(beyond, 0xffffffff));
    if (to == *x) return;
    x.skip_to(to);
    y.skip_to(to);
    same("skip", x == x_end ? 0 : *x, y == y_end ? 0 : *y, term);
  }
}

void Comparer::terms() {
  auto y = b_.allterms_begin();
  for (auto x = a_.allterms_begin(); x != a_.allterms_end(); ++x, ++y) {
    if (y == b_.allterms_end()) return same("term", *x, std::string("(none)"));
    const std::string term = *x;
    terms_.push_back(term);
    same("term", term, *y);
    same("term frequency", x.get_termfreq(), y.get_termfreq(), term);
    same("collection frequency", a_.get_collection_freq(term), b_.get_collection_freq(term), term);
    same("wdf bound", a_.get_wdf_upper_bound(term), b_.get_wdf_upper_bound(term), term);
    postings(term);
  }
  same("end of terms", true, y == b_.allterms_end());
  postings("");
  for (int i = 0; i < 300 && !terms_.empty(); ++i) skips(random_term());
  skips("");
}

void Comparer::documents() {
  for (auto at = a_.postlist_begin(""); at != a_.postlist_end(""); ++at) {
    const std::string where = std::to_string(*at);
    const Xapian::Document x = a_.get_document(*at), y = b_.get_document(*at);
    same("record", x.get_data(), y.get_data(), where);
    same("number of terms", x.termlist_count(), y.termlist_count(), where);
    auto s = a_.termlist_begin(*at), t = b_.termlist_begin(*at);
    for (; s != a_.termlist_end(*at) && t != b_.termlist_end(*at); ++s, ++t) {
      same("term of document", *s, *t, where);
      same("wdf of document", s.get_wdf(), t.get_wdf(), where);
      if (*at % 16 == 0) same("frequency of document's term", s.get_termfreq(), t.get_termfreq(), where);
    }
    same("end of document's terms", s == a_.termlist_end(*at), t == b_.termlist_end(*at), where);
    auto v = x.values_begin(), w = y.values_begin();
    for (; v != x.values_end() && w != y.values_end(); ++v, ++w) {
      same("slot", v.get_valueno(), w.get_valueno(), where);
      same("value", *v, *w, where);
      slots_.insert(v.get_valueno());
    }
    same("end of values", v == x.values_end(), w == y.values_end(), where);
  }
}

void Comparer::values() {
  for (Xapian::valueno slot : slots_) {
    const std::string where = std::to_string(slot);
    same("value frequency", a_.get_value_freq(slot), b_.get_value_freq(slot), where);
    same("least value", a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot), where);
    same("greatest value", a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot), where);
    auto v = a_.valuestream_begin(slot), w = b_.valuestream_begin(slot);
    for (; v != a_.valuestream_end(slot) && w != b_.valuestream_end(slot); ++v, ++w) {
      same("stream's document", v.get_docid(), w.get_docid(), where);
      same("stream's value", *v, *w, where);
    }
    same("end of stream", v == a_.valuestream_end(slot), w == b_.valuestream_end(slot), where);
    for (int i = 0; i < 20; ++i) {
      auto s = a_.valuestream_begin(slot), t = b_.valuestream_begin(slot);
      const Xapian::docid to = 1 + random_() % a_.get_lastdocid();
      s.skip_to(to);
      t.skip_to(to);
      same("skip in stream", s == a_.valuestream_end(slot) ? 0 : s.get_docid(),
           t == b_.valuestream_end(slot) ? 0 : t.get_docid(), where);
    }
  }
}

void Comparer::metadata() {
  auto y = b_.metadata_keys_begin();
  for (auto x = a_.metadata_keys_begin(); x != a_.metadata_keys_end(); ++x, ++y) {
    if (y == b_.metadata_keys_end()) return same("metadata", *x, std::string("(none)"));
    same("metadata", *x, *y);
    same("metadata", a_.get_metadata(*x), b_.get_metadata(*y), *x);
  }
  same("end of metadata", true, y == b_.metadata_keys_end());
}

/// Two to five terms of random documents, so that they meet.
Xapian::Query Comparer::random_query() {
  static constexpr Xapian::Query::op operators[] = {Xapian::Query::OP_OR,        Xapian::Query::OP_AND,
                                                    Xapian::Query::OP_NEAR,      Xapian::Query::OP_PHRASE,
                                                    Xapian::Query::OP_AND_MAYBE, Xapian::Query::OP_AND_NOT};
  const Xapian::Query::op op = operators[random_() % std::size(operators)];
  auto at = a_.postlist_begin("");
  at.skip_to(1 + random_() % a_.get_lastdocid());
  if (at == a_.postlist_end("")) return Xapian::Query(random_term());
  std::vector<std::string> of_document(a_.termlist_begin(*at), a_.termlist_end(*at));
  if (of_document.empty()) return Xapian::Query(random_term());
  std::vector<Xapian::Query> parts;
  for (unsigned i = 0, count = 2 + random_() % 4; i < count; ++i) {
    parts.emplace_back(of_document[random_() % of_document.size()]);
  }
  const bool positional = op == Xapian::Query::OP_NEAR || op == Xapian::Query::OP_PHRASE;
  return Xapian::Query(op, parts.begin(), parts.end(), positional ? 200 : 0);
}

void Comparer::queries(int count) {
  if (terms_.empty()) return;
  for (int i = 0; i < count; ++i) {
    const Xapian::Query query = random_query();
    const std::string where = query.get_description();
    Xapian::Enquire x(a_), y(b_);
    for (auto* enquire : {&x, &y}) {
      enquire->set_query(query);
      if (i % 3 == 1) enquire->set_sort_by_relevance_then_value(1, false);
      if (i % 5 == 4) enquire->set_weighting_scheme(Xapian::DLHWeight());
    }
    const Xapian::MSet s = x.get_mset(0, 10), t = y.get_mset(0, 10);
    same("query", s.size(), t.size(), where);
    same("greatest possible weight", s.get_max_possible(), t.get_max_possible(), where);
    same("estimate", s.get_matches_estimated(), t.get_matches_estimated(), where);
    for (unsigned hit = 0; hit < s.size() && hit < t.size(); ++hit) {
      same("hit", *s[hit], *t[hit], where);
      same("weight", s[hit].get_weight(), t[hit].get_weight(), where);
    }
  }
}

}  // namespace

Comparison compare(const Xapian::Database& a, const Xapian::Database& b, int queries, unsigned seed) {
  Comparer comparer(a, b, seed);
  comparer.statistics();
  comparer.terms();
  comparer.documents();
  comparer.values();
  comparer.metadata();
  comparer.queries(queries);
  return comparer.result;
}

void check_same(const std::string& a, const std::string& b, int queries, const std::string& what) {
  INFO(what);
  for (const std::string& path : {a, b}) {
    std::ostringstream told;
    const auto errors = Xapian::Database::check(path, 0, &told);
    INFO(path << ": " << told.str());
    CHECK(errors == 0);
  }
  const Comparison comparison = compare(Xapian::Database(a), Xapian::Database(b), queries);
  std::ostringstream told;
  for (const std::string& difference : comparison.differences) told << difference << '\n';
  INFO(told.str());
  CHECK(comparison.differences.empty());
  CHECK(comparison.compared.at("posting") > 0);
  if (std::getenv("NSEARCH_TELL_COUNTS")) {
    std::cerr << what << '\n';
    for (const auto& [kind, count] : comparison.compared) std::cerr << "  " << kind << ' ' << count << '\n';
  }
}

}  // namespace test
