// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/operators.h"

#include <algorithm>
#include <utility>

namespace nsearch::searcher {
namespace {

using Entry = std::pair<std::string_view, Operator>;

constexpr Entry english[] = {{"AND", Operator::and_},
                             {"&&", Operator::and_},
                             {"&", Operator::and_},
                             {"OR", Operator::or_},
                             {"||", Operator::or_},
                             {"|", Operator::or_},
                             {"NOT", Operator::not_},
                             {"NEAR", Operator::near},
                             {"ADJ", Operator::adjacent},
                             {"NOTNEAR", Operator::not_near},
                             {"SENTENCE", Operator::sentence},
                             {"w/s", Operator::sentence},
                             {"W/S", Operator::sentence},
                             {"PARAGRAPH", Operator::paragraph},
                             {"w/p", Operator::paragraph},
                             {"W/P", Operator::paragraph}};

constexpr Entry french[] = {{"ET", Operator::and_}, {"OU", Operator::or_}, {"SAUF", Operator::not_}};
constexpr Entry dutch[] = {{"EN", Operator::and_}, {"OF", Operator::or_}, {"NIET", Operator::not_}};

/// What may stand before a slash and a number.
constexpr Entry numbered[] = {{"NEAR", Operator::near},        {"near", Operator::near},
                              {"W", Operator::near},           {"w", Operator::near},
                              {"ADJ", Operator::adjacent},     {"adj", Operator::adjacent},
                              {"PRE", Operator::adjacent},     {"pre", Operator::adjacent},
                              {"NOTNEAR", Operator::not_near}, {"notnear", Operator::not_near}};

constexpr std::pair<std::string_view, std::string_view> lookalikes[] = {
    {"and", "AND"}, {"And", "AND"},  {"or", "OR"},         {"Or", "OR"},    {"not", "NOT"},
    {"Not", "NOT"}, {"ET", "AND"},   {"OU", "OR"},         {"SAUF", "NOT"}, {"EN", "AND"},
    {"OF", "OR"},   {"NIET", "NOT"}, {"SAME", "PARAGRAPH"}};

template <std::size_t size>
Operator find(const Entry (&entries)[size], std::string_view word) {
  for (const auto& [name, op] : entries)
    if (name == word) return op;
  return Operator::none;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::uint32_t number_without(Operator op) {
  if (op == Operator::near || op == Operator::not_near) return default_distance;
  return op == Operator::adjacent ? default_adjacent_distance : 0;
}

/// NEAR/5 and its like. A word such as w/o or near/far is none; NEAR/far is one with a mistake in it.
WrittenOperator numbered_operator(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view name = word.substr(0, slash), number = word.substr(slash + 1);
  const Operator op = find(numbered, name);
  if (op == Operator::none) return {};
  const bool unmistakable = name.size() > 1 && name.front() <= 'Z' && name != "PRE";
  if (!all_digits(number) && !unmistakable) return {};
  const std::uint32_t value = small_number(number);
  return {op, value, value == 0};
}

}  // namespace

OperatorWords OperatorWords::of(const std::vector<std::string>& languages) {
  const auto has = [&](const char* language) {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  };
  return {has("fr"), has("nl")};
}

std::uint32_t small_number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return 0;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
    if (value > max_number) return 0;
  }
  return value;
}

WrittenOperator operator_of(std::string_view word, const OperatorWords& words) {
  Operator op = find(english, word);
  if (op == Operator::none && words.french) op = find(french, word);
  if (op == Operator::none && words.dutch) op = find(dutch, word);
  if (op != Operator::none) return {op, number_without(op), false};
  return numbered_operator(word);
}

std::string lookalike_of(std::string_view word) {
  for (const auto& [name, op] : lookalikes)
    if (name == word) return std::string(op);
  const std::size_t digits = word.find_first_of("0123456789");
  if (digits == std::string_view::npos || digits < 3) return {};
  const Operator op = find(numbered, word.substr(0, digits));
  if (op == Operator::none || small_number(word.substr(digits)) == 0) return {};
  return std::string(word.substr(0, digits)) + '/' + std::string(word.substr(digits));
}

}  // namespace nsearch::searcher
