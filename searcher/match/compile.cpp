// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/compile.h"

#include "match/bm25.h"
#include "match/scale.h"
#include "storage/tombstones.h"

namespace nsearch::searcher::match {

using Xapian::Query;

namespace {

constexpr std::size_t most_in_step = 8;  // terms that count as one; more are gathered

/// Leaves the compiler; not an error.
struct NotOurs {};

class Compiler {
 public:
  explicit Compiler(const glass::Database& database) : database_(database), bm25_(database) {}

  /// Adds what a query demands, `factor` times its weight.
  void add(const Query& query, double factor, AllOf::Parts& parts) {
    switch (query.empty() ? Query::LEAF_MATCH_NOTHING : query.get_type()) {
      case Query::OP_SCALE_WEIGHT:
        return add(query.get_subquery(0), factor * scale(query), parts);
      case Query::OP_AND:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
          add(query.get_subquery(i), factor, parts);
        return;
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
      case Query::OP_AND_MAYBE:
        add(query.get_subquery(0), factor, parts);
        for (std::size_t i = 1; i < query.get_num_subqueries(); ++i)
          add_beside(query.get_type(), query.get_subquery(i), factor, parts);
        return;
      default:
        parts.required.push_back(node(query, factor));
    }
  }

 private:
  void add_beside(Query::op kind, const Query& query, double factor, AllOf::Parts& parts) {
    if (kind == Query::OP_FILTER) return add(query, 0, parts);
    Nodes& where = kind == Query::OP_AND_NOT ? parts.excluded : parts.optional;
    where.push_back(node(query, kind == Query::OP_AND_NOT ? 0 : factor));
  }

  static double scale(const Query& query) {
    const std::optional<double> scale = scale_of(query);
    if (!scale) throw NotOurs();
    return *scale;
  }

  NodePointer node(const Query& query, double factor) {
    switch (query.empty() ? Query::LEAF_MATCH_NOTHING : query.get_type()) {
      case Query::LEAF_MATCH_NOTHING:
        return std::make_unique<AnyOf>(Nodes(), database_.documents());
      case Query::LEAF_MATCH_ALL:
        return std::make_unique<All>(database_);
      case Query::LEAF_TERM:
        return term(query, factor);
      case Query::OP_OR:
        return any_of(query, factor);
      case Query::OP_SYNONYM:
        return synonym(query, factor);
      case Query::OP_PHRASE:
        return phrase(query, factor);
      case Query::OP_SCALE_WEIGHT:
        return node(query.get_subquery(0), factor * scale(query));
      case Query::OP_AND:
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
      case Query::OP_AND_MAYBE: {
        AllOf::Parts parts;
        add(query, factor, parts);
        return std::make_unique<AllOf>(std::move(parts), database_.documents());
      }
      case Query::OP_VALUE_GE:
        if (query.serialise() != dead_documents()) throw NotOurs();
        return std::make_unique<Dead>(database_);
      default:
        throw NotOurs();
    }
  }

  /// A query doesn't tell its slot; it is known by what is sent of it.
  static const std::string& dead_documents() {
    static const std::string serialised = storage::dead_query().serialise();
    return serialised;
  }

  std::unique_ptr<Term> term(const Query& query, double factor) {
    const auto name = query.get_terms_begin();
    if (query.get_type() != Query::LEAF_TERM || name == query.get_terms_end()) throw NotOurs();
    auto term = std::make_unique<Term>(database_, *name);
    term->set_share(
        factor == 0 ? 0 : factor * bm25_.share(database_.frequency_in_whole(*name, term->frequency())));
    return term;
  }

  void collect(const Query& query, double factor, Nodes& members) {
    if (!query.empty() && query.get_type() == Query::OP_OR) {
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        collect(query.get_subquery(i), factor, members);
    } else if (!query.empty() && query.get_type() == Query::OP_SCALE_WEIGHT) {
      collect(query.get_subquery(0), factor * scale(query), members);
    } else {
      members.push_back(node(query, factor));
    }
  }

  NodePointer any_of(const Query& query, double factor) {
    if (factor == 0 && query.get_num_subqueries() > most_in_step) {
      if (const auto names = names_of(query)) return std::make_unique<Gathered>(database_, *names, false);
    }
    Nodes members;
    collect(query, factor, members);
    return std::make_unique<AnyOf>(std::move(members), database_.documents());
  }

  /// The terms of a query whose parts are terms and nothing else.
  static std::optional<std::vector<std::string>> names_of(const Query& query) {
    const std::size_t parts = query.get_num_subqueries();
    for (std::size_t i = 0; i < parts; ++i) {
      if (query.get_subquery(i).get_type() != Query::LEAF_TERM) return std::nullopt;
    }
    // Of all at once, in the order of the table, if none comes twice: those are left out then.
    std::vector<std::string> names(query.get_terms_begin(), query.get_terms_end());
    if (names.size() == parts) return names;
    names.clear();
    for (std::size_t i = 0; i < parts; ++i) names.push_back(*query.get_subquery(i).get_terms_begin());
    return names;
  }

  NodePointer synonym(const Query& query, double factor) {
    const auto names = names_of(query);
    const bool several = database_.documents_in_whole() != database_.documents();
    if (!names || (several && factor != 0)) throw NotOurs();  // how rare they are together is known here only
    if (names->size() > most_in_step) {
      auto gathered = std::make_unique<Gathered>(database_, *names, factor != 0);
      gathered->set_share(factor == 0 ? 0 : factor * bm25_.share(gathered->frequency()));
      return gathered;
    }
    auto one = std::make_unique<OneTerm>(database_, terms_of(query, 0));
    one->set_share(factor == 0 ? 0 : factor * bm25_.share(one->frequency()));
    return one;
  }

  NodePointer phrase(const Query& query, double factor) {
    std::vector<Query> words;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) words.push_back(query.get_subquery(i));
    // A window can be told only by making the query anew with it.
    const Query side_by_side(Query::OP_PHRASE, words.begin(), words.end(),
                             static_cast<Xapian::termcount>(words.size()));
    if (side_by_side.serialise() != query.serialise()) throw NotOurs();
    return std::make_unique<Phrase>(database_, terms_of(query, factor));
  }

  std::vector<std::unique_ptr<Term>> terms_of(const Query& query, double factor) {
    std::vector<std::unique_ptr<Term>> terms;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
      terms.push_back(term(query.get_subquery(i), factor));
    return terms;
  }

  const glass::Database& database_;
  const Bm25 bm25_;
};

}  // namespace

std::optional<AllOf::Parts> compile(const Query& query, const glass::Database& database) {
  try {
    AllOf::Parts parts;
    Compiler(database).add(query, 1, parts);
    return parts;
  } catch (const NotOurs&) {
    return std::nullopt;
  }
}

}  // namespace nsearch::searcher::match
