// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/article_finder.h"

#include <algorithm>

#include "reader/html/block_words.h"
#include "reader/html/text_runs.h"

namespace nsearch::indexer::html {
namespace {

constexpr std::uint32_t least_run = 25;    ///< characters of a run that gives points
constexpr unsigned levels = 5;             ///< how far up its points go
constexpr double rival_share = 0.75;       ///< of the best one's points, for a rival
constexpr std::size_t rivals_to_join = 3;  ///< rivals that make their common container the article's
constexpr double sibling_share = 0.2;      ///< of the best one's points, for a sibling that belongs to it

/// Points of an element for what it is.
double points_of_tag(Tag tag) {
  switch (tag) {
    case Tag::article:
    case Tag::main:
      return 8;
    case Tag::div:
    case Tag::section:
      return 5;
    case Tag::pre:
    case Tag::td:
    case Tag::blockquote:
      return 3;
    case Tag::address:
    case Tag::ol:
    case Tag::ul:
    case Tag::dl:
    case Tag::dd:
    case Tag::dt:
    case Tag::li:
    case Tag::form:
      return -3;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::th:
      return -5;
    default:
      return 0;
  }
}

double points_of_run(const Counts& run) {
  return 1 + run.commas + std::min<std::uint32_t>(run.characters / 100, 3);
}

/// What holds runs as a paragraph does: it is never the article itself.
bool is_paragraph(Tag tag) {
  return tag == Tag::p || tag == Tag::pre || tag == Tag::dt || is_heading(tag);
}

class Finder {
 public:
  Finder(const Tree& tree, const std::vector<NodeWords>& words, const PageCounts& counts)
      : tree_(tree), words_(words), counts_(counts), points_(tree.size(), 0), scored_(tree.size(), false) {}

  std::vector<NodeIndex> find() {
    for (const TextRun& run : text_runs(tree_, counts_)) give_points(run);
    NodeIndex best = best_candidate();
    if (best == none) return {};
    best = with_rivals(best);
    best = climb(best);
    return with_siblings(best);
  }

 private:
  static constexpr NodeIndex none = static_cast<NodeIndex>(-1);

  void give_points(const TextRun& run) {
    if (run.counts.characters < least_run) return;
    const double points = points_of_run(run.counts);
    NodeIndex above = run.block;
    const Tag tag = tree_[above].tag;
    if (is_paragraph(tag) || (run.alone && tag != Tag::td)) above = tree_[above].parent;
    for (unsigned level = 0; level < levels && above != 0 && tree_[above].tag != Tag::html;
         ++level, above = tree_[above].parent) {
      if (!scored_[above]) {
        scored_[above] = true;
        points_[above] = points_of_tag(tree_[above].tag) + word_weight(words_[above]);
      }
      points_[above] += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
    }
  }

  double final_points(NodeIndex node) const { return points_[node] * (1 - counts_[node].link_density()); }

  NodeIndex best_candidate() const {
    NodeIndex best = none;
    for (NodeIndex node = 1; node < tree_.size(); ++node) {
      if (scored_[node] && (best == none || final_points(node) > final_points(best))) best = node;
    }
    return best;
  }

  bool contains(NodeIndex outer, NodeIndex inner) const { return outer <= inner && inner < tree_[outer].end; }

  /// The nearest container of several candidates that are nearly as good: an article in several parts.
  NodeIndex with_rivals(NodeIndex best) const {
    const double enough = final_points(best) * rival_share;
    std::vector<NodeIndex> rivals;
    for (NodeIndex node = 1; node < tree_.size(); ++node) {
      if (node != best && scored_[node] && final_points(node) >= enough && !contains(best, node))
        rivals.push_back(node);
    }
    if (rivals.size() < rivals_to_join) return best;
    for (NodeIndex above = tree_[best].parent; above != 0 && tree_[above].tag != Tag::body;
         above = tree_[above].parent) {
      const auto within = std::count_if(rivals.begin(), rivals.end(), [&](NodeIndex rival) {
        return rival != above && contains(above, rival);
      });
      if (static_cast<std::size_t>(within) >= rivals_to_join) return above;
    }
    return best;
  }

  /// As long as points grow on the way up, and past containers of nothing else.
  NodeIndex climb(NodeIndex best) const {
    const double least = final_points(best) / 3;
    double last = final_points(best);
    for (NodeIndex above = tree_[best].parent; above != 0 && tree_[above].tag != Tag::body;
         above = tree_[above].parent) {
      if (!scored_[above]) continue;
      const double points = final_points(above);
      if (points < least) break;
      if (points > last) {
        best = above;
        break;
      }
      last = points;
    }
    while (tree_[best].parent != 0 && tree_[tree_[best].parent].tag != Tag::body &&
           counts_[tree_[best].parent].characters == counts_[best].characters) {
      best = tree_[best].parent;
    }
    return best;
  }

  /// Parts beside the best one that are as good, and prose between them.
  std::vector<NodeIndex> with_siblings(NodeIndex best) const {
    const double enough = std::max(10.0, final_points(best) * sibling_share);
    const NodeIndex parent = tree_[best].parent;
    std::vector<NodeIndex> parts;
    if (parent == best) return {best};
    for (NodeIndex child = parent + 1; child < tree_[parent].end; child = tree_[child].end) {
      if (child == best || (!counts_.dropped(child) && belongs(child, best, enough))) parts.push_back(child);
    }
    return parts;
  }

  bool belongs(NodeIndex sibling, NodeIndex best, double enough) const {
    if (tree_[sibling].tag == Tag::text) return false;
    const std::string_view name = tree_.attribute(best, AttributeName::class_);
    const bool namesake = !name.empty() && name == tree_.attribute(sibling, AttributeName::class_);
    if (scored_[sibling] &&
        final_points(sibling) + (namesake ? final_points(best) * sibling_share : 0) >= enough)
      return true;
    if (tree_[sibling].tag != Tag::p) return false;
    const Counts& counts = counts_[sibling];
    if (counts.characters > 80) return counts.link_density() < 0.25;
    return counts.characters > 0 && counts.link_characters == 0 &&
           tree_.text(sibling).find(". ") != std::string_view::npos;
  }

  const Tree& tree_;
  const std::vector<NodeWords>& words_;
  const PageCounts& counts_;
  std::vector<double> points_;
  std::vector<bool> scored_;
};

int weight(std::uint8_t words) {
  return ((words & positive) != 0 ? 25 : 0) - ((words & negative) != 0 ? 25 : 0);
}

}  // namespace

int word_weight(const NodeWords& words) {
  return weight(words.of_class) + weight(words.of_id);
}

std::vector<NodeIndex> find_article(const Tree& tree, const std::vector<NodeWords>& words,
                                    const PageCounts& counts) {
  return Finder(tree, words, counts).find();
}

}  // namespace nsearch::indexer::html
