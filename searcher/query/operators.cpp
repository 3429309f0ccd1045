// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/operators.h"

#include <utility>

namespace nsearch::searcher {
namespace {

using Entry = std::pair<std::string_view, Operator>;

constexpr Entry operators[] = {{"AND", Operator::and_}, {"&&", Operator::and_}, {"&", Operator::and_},
                               {"OR", Operator::or_},   {"||", Operator::or_},  {"|", Operator::or_},
                               {"NOT", Operator::not_}};

constexpr Entry lookalikes[] = {{"and", Operator::and_}, {"And", Operator::and_}, {"or", Operator::or_},
                                {"Or", Operator::or_},   {"not", Operator::not_}, {"Not", Operator::not_},
                                {"ET", Operator::and_},  {"OU", Operator::or_},   {"SAUF", Operator::not_},
                                {"EN", Operator::and_},  {"OF", Operator::or_},   {"NIET", Operator::not_}};

template <std::size_t size>
Operator find(const Entry (&entries)[size], std::string_view word) {
  for (const auto& [name, op] : entries)
    if (name == word) return op;
  return Operator::none;
}

}  // namespace

Operator operator_of(std::string_view word) {
  return find(operators, word);
}

Operator lookalike_of(std::string_view word) {
  return find(lookalikes, word);
}

std::string_view operator_name(Operator op) {
  switch (op) {
    case Operator::none:
      return "";
    case Operator::and_:
      return "AND";
    case Operator::or_:
      return "OR";
    case Operator::not_:
      return "NOT";
  }
  return "";
}

}  // namespace nsearch::searcher
