// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/text_runs.h"

namespace nsearch::indexer::html {
namespace {

bool holds_text(Tag tag) {
  return (is_block(tag) && tag != Tag::br) || tag == Tag::td || tag == Tag::th;
}

class RunMaker {
 public:
  RunMaker(const Tree& tree, const PageCounts& counts) : tree_(tree), counts_(counts) {}

  std::vector<TextRun> make() {
    for (NodeIndex node = 0; node < tree_.size();) {
      leave_blocks_before(node);
      const Tag tag = tree_[node].tag;
      if (tag != Tag::text && counts_.dropped(node)) {
        node = tree_[node].end;
        continue;
      }
      if (tag == Tag::text) {
        add(node);
      } else if (tag == Tag::br) {
        if (++breaks_ == 2) end_run();
      } else if (holds_text(tag)) {
        end_run();
        open_.push_back(node);
      }
      ++node;
    }
    end_run();
    return std::move(runs_);
  }

 private:
  void leave_blocks_before(NodeIndex node) {
    for (; !open_.empty() && tree_[open_.back()].end <= node; open_.pop_back()) end_run();
  }

  void add(NodeIndex node) {
    const Counts& text = counts_[node];
    if (text.characters == 0) return;
    run_ += text;
    breaks_ = 0;
  }

  void end_run() {
    breaks_ = 0;
    if (run_.characters == 0) return;
    const NodeIndex block = open_.empty() ? 0 : open_.back();
    runs_.push_back({block, run_, counts_[block].characters <= run_.characters});
    run_ = {};
  }

  const Tree& tree_;
  const PageCounts& counts_;
  std::vector<NodeIndex> open_;
  std::vector<TextRun> runs_;
  Counts run_;
  unsigned breaks_ = 0;
};

}  // namespace

std::vector<TextRun> text_runs(const Tree& tree, const PageCounts& counts) {
  return RunMaker(tree, counts).make();
}

}  // namespace nsearch::indexer::html
