// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/compile.h"

#include "match/bm25.h"

namespace nsearch::searcher::match {

using Xapian::Query;

namespace {

/// Leaves the compiler; not an error.
struct NotOurs {};

class Compiler {
 public:
  explicit Compiler(const glass::Database& database) : database_(database), bm25_(database) {}

  /// Adds what a query demands, `factor` times its weight.
  void add(const Outline& query, double factor, AllOf::Parts& parts) {
    switch (query.kind) {
      case Query::OP_SCALE_WEIGHT:
        return add(query.parts.front(), factor * query.scale, parts);
      case Query::OP_AND:
        for (const Outline& part : query.parts) add(part, factor, parts);
        return;
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
      case Query::OP_AND_MAYBE:
        add(query.parts.front(), factor, parts);
        for (std::size_t i = 1; i < query.parts.size(); ++i)
          add_beside(query.kind, query.parts[i], factor, parts);
        return;
      default:
        parts.required.push_back(node(query, factor));
    }
  }

 private:
  void add_beside(Query::op kind, const Outline& query, double factor, AllOf::Parts& parts) {
    if (kind == Query::OP_FILTER) return add(query, 0, parts);
    Nodes& where = kind == Query::OP_AND_NOT ? parts.excluded : parts.optional;
    where.push_back(node(query, kind == Query::OP_AND_NOT ? 0 : factor));
  }

  NodePointer node(const Outline& query, double factor) {
    switch (query.kind) {
      case Query::LEAF_MATCH_NOTHING:
        return std::make_unique<AnyOf>(Nodes(), database_.documents());
      case Query::LEAF_MATCH_ALL:
        return std::make_unique<All>(database_);
      case Query::LEAF_TERM:
        return term(query.term, factor);
      case Query::OP_OR:
        return any_of(query, factor);
      case Query::OP_SYNONYM:
        return synonym(query, factor);
      case Query::OP_PHRASE:
        return std::make_unique<Phrase>(database_, terms_of(query, factor));
      case Query::OP_SCALE_WEIGHT:
        return node(query.parts.front(), factor * query.scale);
      case Query::OP_AND:
      case Query::OP_FILTER:
      case Query::OP_AND_NOT:
      case Query::OP_AND_MAYBE: {
        AllOf::Parts parts;
        add(query, factor, parts);
        return std::make_unique<AllOf>(std::move(parts), database_.documents());
      }
      case Query::OP_VALUE_GE:
        return std::make_unique<Dead>(database_);
      default:
        throw NotOurs();
    }
  }

  std::unique_ptr<Term> term(const std::string& name, double factor) {
    auto term = std::make_unique<Term>(database_, name);
    term->set_share(
        factor == 0 ? 0 : factor * bm25_.share(database_.frequency_in_whole(name, term->frequency())));
    return term;
  }

  void collect(const Outline& query, double factor, Nodes& members) {
    if (query.kind == Query::OP_SCALE_WEIGHT) {
      collect(query.parts.front(), factor * query.scale, members);
    } else if (query.kind == Query::OP_OR) {
      for (const std::string& name : query.names) members.push_back(term(name, factor));
      for (const Outline& part : query.parts) collect(part, factor, members);
    } else {
      members.push_back(node(query, factor));
    }
  }

  NodePointer any_of(const Outline& query, double factor) {
    if (factor == 0 && !query.names.empty()) return std::make_unique<Gathered>(database_, query.names, false);
    Nodes members;
    collect(query, factor, members);
    return std::make_unique<AnyOf>(std::move(members), database_.documents());
  }

  NodePointer synonym(const Outline& query, double factor) {
    const bool several = database_.documents_in_whole() != database_.documents();
    if (several && factor != 0) throw NotOurs();  // how rare they are together is known here only
    if (!query.names.empty()) {
      auto gathered = std::make_unique<Gathered>(database_, query.names, factor != 0);
      gathered->set_share(factor == 0 ? 0 : factor * bm25_.share(gathered->frequency()));
      return gathered;
    }
    auto one = std::make_unique<OneTerm>(database_, terms_of(query, 0));
    one->set_share(factor == 0 ? 0 : factor * bm25_.share(one->frequency()));
    return one;
  }

  std::vector<std::unique_ptr<Term>> terms_of(const Outline& query, double factor) {
    std::vector<std::unique_ptr<Term>> terms;
    for (const Outline& part : query.parts) {
      if (part.kind != Query::LEAF_TERM) throw NotOurs();
      terms.push_back(term(part.term, factor));
    }
    return terms;
  }

  const glass::Database& database_;
  const Bm25 bm25_;
};

}  // namespace

std::optional<AllOf::Parts> compile(const Outline& query, const glass::Database& database) {
  try {
    AllOf::Parts parts;
    Compiler(database).add(query, 1, parts);
    return parts;
  } catch (const NotOurs&) {
    return std::nullopt;
  }
}

}  // namespace nsearch::searcher::match
