// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/ranker.h"

#include <cmath>

#include "storage/index_schema.h"

namespace nsearch::searcher::match {

namespace {

constexpr std::uint64_t worth_a_bar = 512;  // documents below which every one is looked at sooner
constexpr std::uint64_t bar_documents = 128;

}  // namespace

Ranker::Ranker(const glass::Database& database, AllOf::Parts parts, std::size_t best, std::size_t exact_up_to)
    : database_(database),
      bm25_(database),
      ids_(database.postings(), schema::slot_tie_break),
      parts_(std::move(parts), database.documents()),
      wanted_(best),
      exact_up_to_(exact_up_to) {
  find_scorers();
}

void Ranker::add_scorer(Node& node, bool certain) {
  if (node.most > 0) scorers_.push_back({&node, 0, certain});
}

void Ranker::find_scorers() {
  const auto add = [this](Node& node, bool certain) {
    if (auto* any = dynamic_cast<AnyOf*>(&node)) {
      for (const NodePointer& member : any->members()) add_scorer(*member, false);
    } else {
      add_scorer(node, certain);
    }
  };
  for (const NodePointer& node : parts_.parts().required) {
    if (auto* phrase = dynamic_cast<Phrase*>(node.get())) phrases_.push_back(phrase);
    add(*node, true);
  }
  for (const NodePointer& node : parts_.parts().optional) add(*node, false);
  std::stable_sort(scorers_.begin(), scorers_.end(),
                   [](const Scorer& a, const Scorer& b) { return a.node->most > b.node->most; });
  double beyond = 0;
  for (auto scorer = scorers_.rbegin(); scorer != scorers_.rend(); ++scorer)
    scorer->beyond = beyond += scorer->node->most;
}

/// Always adds up in the same order, so that documents alike weigh alike. False where it stops below the bar.
bool Ranker::score(std::uint32_t document, bool may_stop, double& weight) {
  std::uint32_t length = 0;
  database_.length(document, length);
  const double norm = bm25_.norm(length);
  weight = 0;
  for (const Scorer& scorer : scorers_) {
    if (may_stop && below_bar(weight + scorer.beyond)) return false;
    if (scorer.certain || scorer.node->at(document)) weight += scorer.node->weight(document, norm);
  }
  return true;
}

const std::string& Ranker::id(const Ranked& one) {
  if (one.id.empty()) one.id = ids_.read(one.document);
  return one.id;
}

bool Ranker::better(const Ranked& a, const Ranked& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  const int order = id(a).compare(id(b));
  return order != 0 ? order < 0 : a.document < b.document;
}

void Ranker::offer(std::uint32_t document, double weight) {
  const auto before = [this](const Ranked& a, const Ranked& b) { return better(a, b); };
  Ranked one{document, weight, {}};
  if (best_.size() == wanted_) {
    if (!better(one, best_.front())) return;
    std::pop_heap(best_.begin(), best_.end(), before);
    best_.pop_back();
  }
  best_.push_back(std::move(one));
  std::push_heap(best_.begin(), best_.end(), before);
  if (best_.size() == wanted_) bar_ = std::max(bar_, best_.front().weight);
}

bool Ranker::excluded(std::uint32_t document) {
  for (const NodePointer& node : parts_.parts().excluded) {
    if (node->at(document)) return true;
  }
  return false;
}

/// What must match, but for the places of phrases.
bool Ranker::matches_all(std::uint32_t document) {
  const Nodes& required = parts_.parts().required;
  for (std::size_t i = 1; i < required.size(); ++i) {
    auto* phrase = phrases_.empty() ? nullptr : dynamic_cast<Phrase*>(required[i].get());
    if (phrase ? !phrase->has_all(document) : !required[i]->at(document)) return false;
  }
  return !excluded(document);
}

bool Ranker::phrases_hold(std::uint32_t document) {
  return std::all_of(phrases_.begin(), phrases_.end(),
                     [&](Phrase* phrase) { return phrase->side_by_side(document); });
}

void Ranker::rank_conjunction() {
  Node& rarest = *parts_.parts().required.front();
  auto* leading = dynamic_cast<Phrase*>(&rarest);
  const auto next = [&](std::uint32_t from) { return leading ? leading->seek_all(from) : rarest.seek(from); };
  const double most = scorers_.empty() ? 0 : scorers_.front().beyond;
  for (std::uint32_t document = next(1); document != Node::none; document = next(document + 1)) {
    if (passes_over() && below_bar(most)) {
      passed_over_ = true;
      break;
    }
    if (!matches_all(document)) continue;
    double weight = 0;
    const bool good =
        score(document, best_.size() == wanted_, weight) && !(best_.size() == wanted_ && weight < bar_);
    if (!good && passes_over() && !phrases_.empty()) {
      ++unsure_;
      continue;
    }
    if (!phrases_hold(document)) {
      ++refused_;
      continue;
    }
    ++counted_;
    if (good) offer(document, weight);
  }
}

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

/// Scores the documents of the rarest lists: the best of all weigh no less than the best of these.
void Ranker::set_bar(AnyOf& any) {
  const std::vector<std::uint32_t> documents = documents_of_rarest(any);
  parts_.rewind();
  if (documents.size() < wanted_) return;
  std::vector<double> all;
  for (const std::uint32_t document : documents) {
    double weight = 0;
    if (!excluded(document) && score(document, false, weight)) all.push_back(weight);
  }
  parts_.rewind();
  if (all.size() < wanted_) return;
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1), all.end(),
                   std::greater<>());
  bar_ = all[wanted_ - 1];
}

void Ranker::rank_alternatives(AnyOf& any) {
  double below = 0;
  for (const NodePointer& node : parts_.parts().optional) below += node->most;
  std::vector<Member> members;
  for (const NodePointer& member : any.members()) members.push_back({member.get(), 0, 0});
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return a.node->most < b.node->most; });
  for (Member& member : members) member.below = below += member.node->most;
  const double optional = members.empty() ? 0 : members.front().below - members.front().node->most;
  // At least as many match as the most frequent list has documents.
  const bool enough = parts_.parts().excluded.empty() && any.counts.least >= exact_up_to_;
  if (any.counts.most > worth_a_bar) set_bar(any);
  std::size_t first = 0;  // the lists before it bring nothing among the best
  for (std::uint32_t target = 1;;) {
    if (enough || passes_over()) {
      while (first < members.size() && below_bar(members[first].below)) ++first;
      passed_over_ = passed_over_ || first > 0;
    }
    std::uint32_t document = Node::none;
    double most = first > 0 ? members[first - 1].below : optional;
    for (std::size_t i = first; i < members.size(); ++i) {
      Member& member = members[i];
      if (member.document < target) member.document = member.node->seek(target);
      document = std::min(document, member.document);
    }
    if (document == Node::none) break;
    for (std::size_t i = first; i < members.size(); ++i) {
      if (members[i].document == document) most += members[i].node->most;
    }
    target = document + 1;
    const bool hopeless = below_bar(most);
    if (hopeless && (enough || passes_over())) {
      passed_over_ = true;
      continue;
    }
    if (excluded(document)) continue;
    ++counted_;
    double weight = 0;
    if (!hopeless && score(document, true, weight) && weight >= bar_) offer(document, weight);
  }
}

/// `bounds`: what the numbers of the lists allow.
void Ranker::estimate_counts(const Counts& bounds) {
  if (!passed_over_ && unsure_ == 0) {
    counts_ = {counted_, static_cast<double>(counted_), counted_};
    return;
  }
  counts_ = bounds;
  counts_.least = std::max(counts_.least, counted_);
  if (!passed_over_) {
    const double share = static_cast<double>(counted_) / static_cast<double>(counted_ + refused_);
    counts_.most = counted_ + unsure_;
    counts_.estimate = static_cast<double>(counted_) + share * static_cast<double>(unsure_);
  }
  counts_.estimate = std::clamp(std::round(counts_.estimate), static_cast<double>(counts_.least),
                                static_cast<double>(counts_.most));
}

std::vector<Ranked> Ranker::rank() {
  auto* any = dynamic_cast<AnyOf*>(parts_.parts().required.front().get());
  if (any && parts_.parts().required.size() == 1) {
    rank_alternatives(*any);
  } else {
    rank_conjunction();
  }
  estimate_counts(parts_.counts);
  std::sort(best_.begin(), best_.end(), [this](const Ranked& a, const Ranked& b) { return better(a, b); });
  return std::move(best_);
}

}  // namespace nsearch::searcher::match
