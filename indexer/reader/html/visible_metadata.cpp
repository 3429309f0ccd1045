// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "reader/html/block_words.h"
#include "reader/html/page_metadata.h"

namespace nsearch::indexer::html {
namespace {

/// Longer texts are no line that names an author or a date.
constexpr std::size_t longest_line = 120;

/// How much a date is to be trusted: what the page marks up as the day of publication, then <time>, then words of a class.
enum Trust : unsigned { nothing, by_class, by_time, by_published_time, by_property };

class Reader {
 public:
  Reader(const Tree& tree, const std::vector<NodeWords>& words, std::string_view language)
      : tree_(tree), words_(words), language_(language) {}

  PageMetadata read() {
    for (NodeIndex node = 0; node < tree_.size(); ++node) {
      const Tag tag = tree_[node].tag;
      if (tag == Tag::text || tag == Tag::meta || tag == Tag::link || tree_[node].attribute_count == 0)
        continue;
      read_date(node);
      if (metadata_.author.empty()) read_author(node);
    }
    return std::move(metadata_);
  }

 private:
  bool has_property(NodeIndex node, std::string_view name) const {
    return tree_.attribute(node, AttributeName::itemprop) == name ||
           tree_.attribute(node, AttributeName::property) == name;
  }

  void read_date(NodeIndex node) {
    const Trust trust = date_trust(node);
    if (trust <= date_trust_) return;
    for (const std::string_view text :
         {tree_.attribute(node, AttributeName::datetime), tree_.attribute(node, AttributeName::content),
          tree_.attribute(node, AttributeName::title), tree_.text(node)}) {
      if (text.empty() || text.size() > longest_line) continue;
      std::string date = metadata_date(text, language_);
      if (date.empty()) continue;
      metadata_.date = std::move(date);
      date_trust_ = trust;
      return;
    }
  }

  Trust date_trust(NodeIndex node) const {
    if (has_property(node, "datePublished")) return by_property;
    const std::uint8_t words = words_[node].any();
    if (tree_[node].tag == Tag::time) {
      const bool published = tree_.has(node, AttributeName::pubdate) || (words & dateline) != 0;
      return published ? by_published_time : by_time;
    }
    return (words & dateline) != 0 ? by_class : nothing;
  }

  void read_author(NodeIndex node) {
    const bool named = has_property(node, "author") ||
                       tree_.attribute(node, AttributeName::rel) == "author" ||
                       (words_[node].any() & byline) != 0;
    const std::string_view text = tree_.text(node);
    if (named && text.size() <= longest_line) metadata_.author = metadata_author(text);
  }

  const Tree& tree_;
  const std::vector<NodeWords>& words_;
  std::string_view language_;
  PageMetadata metadata_;
  Trust date_trust_ = nothing;
};

}  // namespace

PageMetadata read_visible_metadata(const Tree& tree, const std::vector<NodeWords>& words,
                                   std::string_view language) {
  return Reader(tree, words, language).read();
}

}  // namespace nsearch::indexer::html
