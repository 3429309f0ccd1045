// SPDX-License-Identifier: GPL-2.0-or-later
#include <string_view>
#include <utility>

#include "nsearch/query.h"
#include "query/characters.h"
#include "query/diagnostic.h"
#include "query/fields.h"
#include "query/parser.h"

namespace nsearch {
namespace {

using namespace searcher;

QueryNode plain_word(std::string_view text, std::size_t begin, std::size_t end) {
  QueryNode node;
  node.kind = QueryKind::word;
  node.text = text.substr(begin, end - begin);
  node.begin = begin;
  node.end = end;
  return node;
}

/// Whatever stands between separators, malformed bytes among them, is a word.
QueryNode parse_plain(std::string_view text) {
  QueryNode root;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (!is_separator(next_character(text, at))) continue;
    if (here > begin) root.children.push_back(plain_word(text, begin, here));
    begin = at;
  }
  if (begin < text.size()) root.children.push_back(plain_word(text, begin, text.size()));
  if (root.children.empty()) return root;
  root.kind = QueryKind::bag;
  root.begin = root.children.front().begin;
  root.end = root.children.back().end;
  return root;
}

void fail_malformed(std::string_view text, std::size_t at, Report& report) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::string name = {'0', 'x', digits[byte >> 4], digits[byte & 15]};
  report.fail({at, at + 1},
              {"malformed UTF-8: byte " + name + " at offset " + std::to_string(at), "UTF-8 text",
               "convert text in another encoding, for instance: iconv -f WINDOWS-1252 -t UTF-8"});
}

}  // namespace

ParsedQuery parse_query(std::string_view text, const ParseOptions& options) {
  Report report(text);
  if (options.plain) return std::move(report).finish(parse_plain(text));
  const std::size_t malformed = find_malformed(text);
  if (malformed != std::string_view::npos) {
    fail_malformed(text, malformed, report);
    return std::move(report).finish({});
  }
  const FieldTable fields(options);
  return std::move(report).finish(Parser(text, fields, options, report).parse());
}

}  // namespace nsearch
