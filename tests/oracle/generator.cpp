// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/generator.h"

#include <algorithm>

#include "nsearch/document.h"

namespace oracle {

using nsearch::QueryKind;
using nsearch::QueryNode;

namespace {

QueryNode node_of(QueryKind kind, std::vector<QueryNode> children = {}) {
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

}  // namespace

Generator::Generator(const Collection& collection, Random& random)
    : collection_(collection), random_(random), vocabulary_(collection, random) {}

QueryNode Generator::query() {
  vocabulary_.turn();
  return condition(random_.below(4));
}

std::vector<std::string> Generator::words() {
  vocabulary_.turn();
  std::vector<std::string> words(1 + random_.below(4));
  for (std::string& word : words) word = vocabulary_.word();
  return words;
}

QueryNode Generator::boosted(QueryNode node) {
  if (random_.one_in(12)) node.boost = random_.pick(std::vector<double>{2, 0.5, 3.25, 0, 1000});
  return node;
}

QueryNode Generator::condition(unsigned depth) {
  const unsigned kind = random_.below(depth == 0 ? 40 : 100);
  if (kind < 20) return boosted(leaf());
  if (kind < 32) return boosted(relation(2));
  if (kind < 36) {
    QueryNode node = node_of(QueryKind::at_least, {operand(1)});
    node.number = 1 + random_.below(4);
    return boosted(node);
  }
  if (kind < 40) return filter();
  if (kind < 58) return group(QueryKind::all_of, depth);
  if (kind < 76) return group(QueryKind::any_of, depth);
  if (kind < 96) return boosted(bag(depth));
  return boosted(node_of(QueryKind::negation, {condition(depth - 1)}));
}

/// No AND stands directly in an AND, and no OR in an OR, but with a boost.
QueryNode Generator::group(QueryKind kind, unsigned depth) {
  QueryNode node = node_of(kind);
  const std::size_t size = 2 + (random_.one_in(3) ? random_.below(3) : 0);
  while (node.children.size() < size) {
    QueryNode child = condition(depth - 1);
    if (kind == QueryKind::all_of && random_.one_in(4)) child = node_of(QueryKind::negation, {child});
    if (child.kind == kind && child.boost == 1) child.boost = 2;
    node.children.push_back(std::move(child));
  }
  return boosted(node);
}

QueryNode Generator::bag(unsigned depth) {
  QueryNode node = node_of(QueryKind::bag);
  const std::size_t size = 2 + random_.below(4);
  while (node.children.size() < size) {
    QueryNode child = random_.one_in(3) ? condition(depth - 1) : leaf();
    if (random_.one_in(8))
      child = node_of(QueryKind::excluded, {child});
    else if (random_.one_in(10))
      child = node_of(QueryKind::required, {child});
    else if (random_.one_in(15))
      child = node_of(QueryKind::negation, {child});
    node.children.push_back(std::move(child));
  }
  return node;
}

QueryNode Generator::leaf() {
  QueryNode node;
  node.kind = random_.one_in(4) ? QueryKind::phrase : QueryKind::word;
  node.text = node.kind == QueryKind::word ? vocabulary_.word() : vocabulary_.phrase();
  if (node.kind == QueryKind::word && random_.one_in(8)) return expanded(node);
  if (random_.one_in(6)) node.field = random_.one_in(2) ? "title" : "body";
  node.exact = random_.one_in(6);
  node.inflected = node.kind == QueryKind::phrase && !node.exact && random_.one_in(3);
  return node;
}

/// A word with wildcards, or a fuzzy one.
QueryNode Generator::expanded(QueryNode node) {
  if (random_.one_in(4)) node.field = random_.one_in(2) ? "title" : "body";
  const bool plain = std::all_of(node.text.begin(), node.text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!plain || node.text.size() < 3 || random_.one_in(2)) {
    node.edits = random_.one_in(3) ? 2 : 1;
    if (plain && node.text.size() > 2 && random_.one_in(2))
      node.text.erase(random_.below(node.text.size()), 1);
    return node;
  }
  node.pattern = true;
  const std::size_t cut = 1 + random_.below(node.text.size() - 2);
  switch (random_.below(5)) {
    case 0:
      node.text = "*" + node.text.substr(cut);
      break;
    case 1:
      node.text[cut] = '?';
      break;
    case 2:
      node.text.replace(cut, 1, "*");
      break;
    default:
      node.text = node.text.substr(0, cut + 1) + "*";
  }
  return node;
}

QueryNode Generator::operand(unsigned depth) {
  if (depth == 0 || random_.one_in(2)) return boosted(leaf());
  if (random_.one_in(2)) return boosted(relation(depth - 1));
  QueryNode node = node_of(QueryKind::any_of);
  const std::size_t size = 2 + random_.below(2);
  while (node.children.size() < size) {
    QueryNode child = operand(depth - 1);
    if (child.kind == QueryKind::any_of && child.boost == 1) child.boost = 2;
    node.children.push_back(std::move(child));
  }
  return boosted(node);
}

/// A relation of the same kind and number in its own first place reads as one relation, so that it has a boost.
QueryNode Generator::relation(unsigned depth) {
  const std::vector<QueryKind> kinds = {QueryKind::near,     QueryKind::near,     QueryKind::adjacent,
                                        QueryKind::adjacent, QueryKind::sentence, QueryKind::paragraph,
                                        QueryKind::not_near};
  QueryNode node = node_of(random_.pick(kinds));
  if (node.kind != QueryKind::sentence && node.kind != QueryKind::paragraph)
    node.number = 1 + (random_.one_in(4) ? random_.below(40) : random_.below(10));
  const std::size_t size = node.kind != QueryKind::not_near && random_.one_in(4) ? 3 + random_.below(2) : 2;
  while (node.children.size() < size) node.children.push_back(operand(depth));
  return node;
}

std::string Generator::date() {
  const std::string& date = random_.pick(collection_.articles).document.date;
  const std::optional<nsearch::Timestamp> time = nsearch::parse_date(date);
  const std::string day = time ? nsearch::format_date({time->seconds, false}) : "2025-03-13";
  return day.substr(0, random_.pick(std::vector<std::size_t>{4, 7, 7, 10}));
}

/// One that ends before it begins is refused.
std::string Generator::date_range() {
  std::string first = date(), last = date();
  if (last < first) std::swap(first, last);
  return random_.pick(std::vector<std::string>{first + "..", ".." + last, first + ".." + last});
}

QueryNode Generator::filter() {
  QueryNode node = node_of(QueryKind::field);
  const nsearch::StoredDocument& document = random_.pick(collection_.articles).document;
  switch (random_.below(10)) {
    case 0:
    case 1:
      node.field = "lang";
      node.text = random_.pick(collection_.languages);
      break;
    case 2:
      node.field = "source";
      node.text = document.source;
      break;
    case 3:
      node.field = "author";
      node.text = document.author;
      break;
    case 4:
      node.field = random_.one_in(2) ? "host" : "url";
      node.text = document.url.empty() ? "example.org" : document.url;
      break;
    case 5:
      node.field = random_.one_in(2) ? "after" : "before";
      node.text = date();
      break;
    case 6:
      node.field = "date";
      node.text = random_.pick(std::vector<std::string>{"", ">=", "<=", ">", "<"}) + date();
      break;
    case 7:
      node.field = "date";
      node.text = date_range();
      break;
    case 8:
      node.field = "id";
      node.text = document.id;
      break;
    default:
      if (document.facets.empty()) break;
      const auto& facet = random_.pick(document.facets);
      node.field = facet.first;
      node.text = facet.second;
  }
  if (!node.text.empty()) return node;
  node.field = "lang";
  node.text = "fr";
  return node;
}

}  // namespace oracle
