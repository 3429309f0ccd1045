// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "nsearch/query.h"

/// Syntax trees made by hand.
namespace trees {

using nsearch::QueryKind;
using nsearch::QueryNode;

inline QueryNode node(QueryKind kind, std::vector<QueryNode> children, unsigned number = 0) {
  QueryNode made;
  made.kind = kind;
  made.children = std::move(children);
  made.number = number;
  return made;
}

inline QueryNode word(std::string text, std::string field = {}) {
  QueryNode made;
  made.kind = QueryKind::word;
  made.text = std::move(text);
  made.field = std::move(field);
  return made;
}

inline QueryNode phrase(std::string text, std::string field = {}) {
  QueryNode made = word(std::move(text), std::move(field));
  made.kind = QueryKind::phrase;
  return made;
}

inline QueryNode inflected(std::string text, std::string field = {}) {
  QueryNode made = phrase(std::move(text), std::move(field));
  made.inflected = true;
  return made;
}

inline QueryNode exact(QueryNode made) {
  made.exact = true;
  return made;
}

inline QueryNode near(unsigned within, std::vector<QueryNode> children) {
  return node(QueryKind::near, std::move(children), within);
}
inline QueryNode adjacent(unsigned within, std::vector<QueryNode> children) {
  return node(QueryKind::adjacent, std::move(children), within);
}
inline QueryNode not_near(unsigned within, QueryNode wanted, QueryNode unwanted) {
  return node(QueryKind::not_near, {std::move(wanted), std::move(unwanted)}, within);
}
inline QueryNode sentence(std::vector<QueryNode> children) {
  return node(QueryKind::sentence, std::move(children));
}
inline QueryNode paragraph(std::vector<QueryNode> children) {
  return node(QueryKind::paragraph, std::move(children));
}
inline QueryNode at_least(unsigned times, QueryNode child) {
  return node(QueryKind::at_least, {std::move(child)}, times);
}
inline QueryNode any_of(std::vector<QueryNode> children) {
  return node(QueryKind::any_of, std::move(children));
}
inline QueryNode all_of(std::vector<QueryNode> children) {
  return node(QueryKind::all_of, std::move(children));
}
inline QueryNode negation(QueryNode child) {
  return node(QueryKind::negation, {std::move(child)});
}

}  // namespace trees
