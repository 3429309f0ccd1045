// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <limits>
#include <memory>
#include <mutex>

#include "reader/html/bounded_markup.h"

namespace nsearch::indexer::html {
namespace {

/// Deeper elements become children of the one at this depth: the parser looks through all open elements at an end tag
/// that nothing opened, and pages of people stay far below it.
constexpr int max_depth = 512;
constexpr std::size_t max_attribute_bytes = 64 * 1024;
/// The parser looks names up in a table whose lists grow with what it holds; beyond so many it gets another.
constexpr int most_names = 10'000;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

struct FreeDictionary {
  void operator()(xmlDict* names) const { xmlDictFree(names); }
};

}  // namespace

/// Makes a tree of what the parser of libxml2 tells (its SAX interface: its own tree costs more than parsing does).
class TreeBuilder {
 public:
  explicit TreeBuilder(Tree& tree) : tree_(tree) { open_.reserve(64); }

  void parse(std::string_view utf8);

 private:
  static TreeBuilder& self(void* context) {
    return *static_cast<TreeBuilder*>(static_cast<htmlParserCtxt*>(context)->_private);
  }
  static void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
    self(context).start(tag_of(view(name)), attributes);
  }
  static void on_text(void* context, const xmlChar* text, int size) {
    self(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }
  static void on_raw(void* context, const xmlChar* text, int size) {
    self(context).raw({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }
  /// Nothing else is heard of end tags that nothing opened, and of tags that stand where they may not.
  static void on_error(void* context, xmlErrorPtr) { self(context).renew_names(); }

  void renew_names();
  NodeIndex add(Tag tag);
  void start(Tag tag, const xmlChar** attributes);
  void close_beyond(int depth);
  bool is_json_ld(NodeIndex node) const;
  void text(std::string_view text);
  void raw(std::string_view text);

  Tree& tree_;
  std::vector<std::unique_ptr<xmlDict, FreeDictionary>> old_names_;  ///< that the parser may still point to
  htmlParserCtxt* context_ = nullptr;
  std::vector<NodeIndex> open_;  ///< mirrors the parser's stack of open elements
  unsigned pre_ = 0;             ///< open <pre> elements
};

void TreeBuilder::parse(std::string_view utf8) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  if (utf8.empty() || utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return;
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!context) throw std::bad_alloc();
  context_ = context.get();
  htmlCtxtUseOptions(context_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
  xmlSwitchEncoding(context_, XML_CHAR_ENCODING_UTF8);
  *context_->sax = {};
  context_->sax->startElement = on_start;
  context_->sax->characters = on_text;
  context_->sax->ignorableWhitespace = on_text;
  context_->sax->cdataBlock = on_raw;
  context_->sax->serror = on_error;
  context_->sax->initialized = XML_SAX2_MAGIC;
  context_->_private = this;
  htmlParseDocument(context_);
  close_beyond(0);
  tree_.nodes_.front().end = tree_.size();
}

/// The parser compares names by their letters, wherever they are kept.
void TreeBuilder::renew_names() {
  if (xmlDictSize(context_->dict) <= most_names) return;
  xmlDict* names = xmlDictCreate();
  if (names == nullptr) return;
  old_names_.emplace_back(context_->dict);
  context_->dict = names;
}

NodeIndex TreeBuilder::add(Tag tag) {
  const auto index = static_cast<NodeIndex>(tree_.nodes_.size());
  Node node;
  node.tag = tag;
  node.parent = open_.empty() ? 0 : open_.back();
  node.end = index + 1;
  node.text_begin = static_cast<std::uint32_t>(tree_.text_.size());
  node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
  tree_.nodes_.push_back(node);
  return index;
}

/// The parser has pushed the element on its stack already.
void TreeBuilder::start(Tag tag, const xmlChar** attributes) {
  renew_names();
  close_beyond(context_->nameNr - 1);
  const NodeIndex node = add(tag);
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    const AttributeName attribute = attribute_of(view(attributes[0]));
    if (attribute == AttributeName::none) continue;
    const std::string_view value = view(attributes[1]).substr(0, max_attribute_bytes);
    tree_.attributes_.push_back({attribute, static_cast<std::uint32_t>(tree_.values_.size()),
                                 static_cast<std::uint32_t>(value.size())});
    tree_.values_ += value;
    ++tree_.nodes_[node].attribute_count;
  }
  const bool raw_text = tag == Tag::script || tag == Tag::style;
  if (context_->nameNr > max_depth && !raw_text) {
    context_->name = context_->nameTab[--context_->nameNr - 1];
    return;
  }
  open_.push_back(node);
  if (tag == Tag::pre) ++pre_;
  if (is_json_ld(node)) tree_.json_ld_.emplace_back();
}

/// Ends the elements that are on the parser's stack no more: it does not tell every end.
void TreeBuilder::close_beyond(int depth) {
  while (open_.size() > static_cast<std::size_t>(depth)) {
    Node& node = tree_.nodes_[open_.back()];
    node.end = static_cast<NodeIndex>(tree_.nodes_.size());
    if (node.tag == Tag::pre) --pre_;
    open_.pop_back();
  }
}

bool TreeBuilder::is_json_ld(NodeIndex node) const {
  return tree_[node].tag == Tag::script &&
         tree_.attribute(node, AttributeName::type).starts_with("application/ld+json");
}

void TreeBuilder::text(std::string_view text) {
  renew_names();
  close_beyond(context_->nameNr);
  std::string& all = tree_.text_;
  if (tree_.nodes_.empty() || tree_.nodes_.back().tag != Tag::text || open_.empty() ||
      tree_.nodes_.back().parent != open_.back()) {
    add(Tag::text);
  }
  if (pre_ > 0) {
    all += text;
    return;
  }
  const std::size_t node_begin = tree_.nodes_.back().text_begin;
  while (!text.empty()) {
    std::size_t size = 0;
    while (size < text.size() && !is_space(text[size])) ++size;
    all += text.substr(0, size);
    text.remove_prefix(size);
    if (text.empty()) break;
    if (all.size() == node_begin || all.back() != ' ') all += ' ';
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  }
}

void TreeBuilder::raw(std::string_view text) {
  close_beyond(context_->nameNr);
  if (!open_.empty() && is_json_ld(open_.back())) tree_.json_ld_.back() += text;
}

Tree::Tree(std::string_view utf8) {
  nodes_.reserve(utf8.size() / 24);
  text_.reserve(utf8.size() / 4);
  nodes_.emplace_back().end = 1;
  std::string changed;
  TreeBuilder(*this).parse(bounded_markup(utf8, changed));
}

const Attribute* Tree::find(NodeIndex node, AttributeName name) const {
  const Node& element = nodes_[node];
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const Attribute& attribute = attributes_[element.first_attribute + i];
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

std::string_view Tree::attribute(NodeIndex node, AttributeName name) const {
  const Attribute* found = find(node, name);
  return found == nullptr ? std::string_view() : std::string_view(values_).substr(found->begin, found->size);
}

bool Tree::has(NodeIndex node, AttributeName name) const {
  return find(node, name) != nullptr;
}

}  // namespace nsearch::indexer::html
