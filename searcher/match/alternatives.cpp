// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/ranker.h"

namespace nsearch::searcher::match {

namespace {

constexpr std::uint64_t worth_a_bar = 512;  // documents below which every one is looked at sooner
constexpr std::uint64_t bar_documents = 64;
constexpr double worth_looking = 0.1;   // of the heaviest list's weight
constexpr std::size_t few_hopeful = 8;  // documents of a window
constexpr double gathered_ratio = 12;   // postings read so, for each document that is looked up

}  // namespace

std::vector<std::uint32_t> Ranker::documents_of_rarest(AnyOf& any) {
  std::vector<Node*> rarest;
  for (const NodePointer& member : any.members()) {
    if (member->most > 0) rarest.push_back(member.get());
  }
  std::sort(rarest.begin(), rarest.end(),
            [](const Node* a, const Node* b) { return a->counts.most < b->counts.most; });
  std::vector<std::uint32_t> documents;
  for (Node* node : rarest) {
    if (documents.size() >= bar_documents || node->counts.most > 8 * bar_documents) break;
    for (std::uint32_t document = node->seek(1); document != Node::none; document = node->seek(document + 1))
      documents.push_back(document);
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

/// Weighs the documents of the rarest lists by the heaviest ones: the best of all weigh no less than the best of these.
void Ranker::set_bar(AnyOf& any) {
  const std::vector<std::uint32_t> documents = documents_of_rarest(any);
  parts_.rewind();
  if (documents.size() < wanted_) return;
  std::vector<double> all;
  for (const std::uint32_t document : documents) {
    if (!excluded(document)) all.push_back(least_weight(document));
  }
  parts_.rewind();
  if (all.size() < wanted_) return;
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1), all.end(),
                   std::greater<>());
  bar_ = all[wanted_ - 1] / slack;  // summed up as score() does, but for what is left out
}

/// What it weighs by lists that weigh much.
double Ranker::least_weight(std::uint32_t document) {
  std::uint32_t length = 0;
  database_.length(document, length);
  const double norm = bm25_.norm(length);
  double weight = 0;
  for (const Scorer& scorer : scorers_) {
    if (scorer.node->most < scorers_.front().node->most * worth_looking) break;
    if (scorer.node->at(document)) weight += scorer.node->weight(document, norm);
  }
  return weight;
}

/// The documents of the window that may be above the bar, or all that were seen.
void Ranker::find_hopeful(double rest, bool all) {
  hopeful_.clear();
  window_.for_each(window_.seen(), [&](std::uint32_t document) {
    if (all || !hopeless(document, rest)) hopeful_.push_back(document);
  });
}

/// As long as many documents of the window seem hopeful, gathers further lists to tell them better: of `beside`, the members
/// before `first`, from the heaviest down, then what is optional. Returns the most that those not gathered weigh, `rest` before.
double Ranker::gather_further(const Beside& beside, std::size_t first, double rest) {
  const double part = static_cast<double>(Window::size) / database_.last_document();
  const auto gather = [&](Node& node) {
    const bool dear = node.counts.estimate * part > static_cast<double>(hopeful_.size()) * gathered_ratio;
    if (hopeful_.size() < few_hopeful || dear || !node.gathers_exactly || node.most == 0) return;
    node.gather(window_);
    rest -= node.most;
    std::erase_if(hopeful_, [&](std::uint32_t document) { return hopeless(document, rest); });
  };
  for (std::size_t i = first; i-- > 0;) gather(*beside.members[i]);
  for (Node* node : beside.optional) gather(*node);
  return rest;
}

/// Scores what is hopeful. `enough`: no need to count.
void Ranker::take_hopeful(AnyOf& any, double rest, bool enough) {
  for (const std::uint32_t document : hopeful_) {
    const bool in_vain = hopeless(document, rest);
    if (in_vain && (enough || passes_over())) {
      passed_over_ = true;
    } else if ((any.gathers_exactly || any.at(document)) && !excluded(document)) {
      take_match(document, in_vain);
    }
  }
}

bool Ranker::more_than_counted(const AnyOf& any) const {
  std::uint64_t excluded = 0;
  for (const NodePointer& node : parts_.parts().excluded) excluded += node->counts.most;
  return any.counts.least >= exact_up_to_ + excluded;
}

void Ranker::rank_alternatives(AnyOf& any) {
  Beside beside;
  double below = 0;  // the most that lists weigh that bring nothing
  for (const NodePointer& node : parts_.parts().optional) {
    beside.optional.push_back(node.get());
    below += node->most;
  }
  std::vector<Node*>& members = beside.members;
  for (const NodePointer& member : any.members()) members.push_back(member.get());
  std::stable_sort(members.begin(), members.end(),
                   [](const Node* a, const Node* b) { return a->most < b->most; });
  const bool enough = more_than_counted(any);
  if (any.counts.most > worth_a_bar) set_bar(any);
  std::size_t first = 0;  // the members before it bring nothing among the best
  const std::uint32_t end = database_.last_document() + 1;
  for (std::uint32_t from = 0; from < end; from = window_.to()) {
    const bool pass_over = enough || passes_over();
    if (pass_over) {
      while (first < members.size() && below_bar(below + members[first]->most))
        below += members[first++]->most;
      passed_over_ = passed_over_ || first > 0;
    }
    if (first == members.size()) break;
    window_.open(from, std::min(end, from + Window::size));
    for (std::size_t i = first; i < members.size(); ++i) members[i]->gather(window_);
    find_hopeful(below, !pass_over);
    const double rest = pass_over ? gather_further(beside, first, below) : below;
    take_hopeful(any, rest, enough);
  }
}

}  // namespace nsearch::searcher::match
