// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/article_text.h"

#include "reader/clean_text.h"
#include "reader/html/article_cleaner.h"
#include "reader/html/article_finder.h"
#include "reader/html/line_writer.h"

namespace nsearch::indexer::html {
namespace {

/// Less text, and the words of classes and ids are not to be trusted on this page.
constexpr std::size_t least_article = 500;

class ArticleText {
 public:
  ArticleText(const Tree& tree, const std::vector<NodeWords>& words, std::string_view title)
      : tree_(tree), words_(words), title_(clean_line(title)) {}

  /// By the words of the page's author, or without them.
  std::string find(bool strict) const {
    const std::vector<NodeWords> none(strict ? 0 : tree_.size());
    const std::vector<NodeWords>& words = strict ? words_ : none;
    PageCounts counts(tree_, mark_side_parts(tree_, words, strict));
    std::string text;
    for (const NodeIndex part : find_article(tree_, words, counts)) {
      clean_article(tree_, words, part, counts);
      const std::string lines = write(part, counts);
      if (!lines.empty()) text += (text.empty() ? "" : "\n") + lines;
    }
    return text;
  }

  std::string all() const {
    const PageCounts counts(tree_, mark_side_parts(tree_, words_, false));
    return write(0, counts);
  }

 private:
  std::string write(NodeIndex part, const PageCounts& counts) const {
    return lines_of(tree_, part, tree_[part].end,
                    [&](NodeIndex node) { return counts.dropped(node) || is_title(node); });
  }

  bool is_title(NodeIndex node) const {
    const Tag tag = tree_[node].tag;
    return (tag == Tag::h1 || tag == Tag::h2) && !title_.empty() && clean_line(tree_.text(node)) == title_;
  }

  const Tree& tree_;
  const std::vector<NodeWords>& words_;
  std::string title_;
};

}  // namespace

std::string article_text(const Tree& tree, const std::vector<NodeWords>& words, std::string_view title) {
  const ArticleText article(tree, words, title);
  std::string text = article.find(true);
  if (text.size() < least_article) {
    std::string other = article.find(false);
    if (other.size() > text.size()) text = std::move(other);
  }
  return text.empty() ? article.all() : text;
}

}  // namespace nsearch::indexer::html
