// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/ranker.h"

#include <cmath>

#include "storage/index_schema.h"

namespace nsearch::searcher::match {

namespace {

constexpr double least_gathered = 256;  // documents
constexpr double worth_weighing = 400;  // documents
constexpr double gathered_ratio = 24;   // as many times as frequent as the rarest

}  // namespace

Ranker::Ranker(const glass::Database& database, AllOf::Parts parts, std::size_t best, std::size_t exact_up_to)
    : database_(database),
      bm25_(database),
      window_(database),
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
      for (Node* member : any->as_asked()) add_scorer(*member, false);
    } else {
      add_scorer(node, certain);
    }
  };
  for (Node* node : parts_.as_asked()) {
    auto* phrase = dynamic_cast<Phrase*>(node);
    if (phrase) phrases_.push_back(phrase);
    add(*node, phrase != nullptr);
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

std::uint64_t Ranker::id_beginning(const Ranked& one) {
  if (one.id_beginning == 0) one.id_beginning = database_.id_beginning(one.document);
  return one.id_beginning;
}

bool Ranker::before_by_id(const Ranked& a, const Ranked& b) {
  if (id_beginning(a) != id_beginning(b)) return a.id_beginning < b.id_beginning;
  const int order = id(a).compare(id(b));
  return order != 0 ? order < 0 : a.document < b.document;
}

bool Ranker::better(const Ranked& a, const Ranked& b) {
  return a.weight != b.weight ? a.weight > b.weight : before_by_id(a, b);
}

void Ranker::offer(std::uint32_t document, double weight) {
  const auto before = [this](const Ranked& a, const Ranked& b) { return better(a, b); };
  Ranked one{document, weight, 0, {}};
  if (best_.size() == wanted_) {
    const Ranked& worst = best_.front();
    if (!better(one, worst)) return;
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

/// What must match, but for the places of phrases. `gathered`: so many have been gathered.
bool Ranker::matches_all(std::uint32_t document, std::size_t gathered) {
  const Nodes& required = parts_.parts().required;
  for (std::size_t i = 0; i < required.size(); ++i) {
    if (i < gathered && required[i]->gathers_exactly) continue;
    if (required[i].get() == leading_) continue;
    auto* phrase = phrases_.empty() ? nullptr : dynamic_cast<Phrase*>(required[i].get());
    if (phrase ? !phrase->has_all(document) : !required[i]->at(document)) return false;
  }
  return !excluded(document);
}

bool Ranker::phrases_hold(std::uint32_t document) {
  return std::all_of(phrases_.begin(), phrases_.end(),
                     [&](Phrase* phrase) { return phrase->side_by_side(document); });
}

/// A document that matches, but for the places of phrases. `hopeless`: it is below the bar.
void Ranker::take_match(std::uint32_t document, bool hopeless) {
  double weight = 0;
  const bool good = scorers_.empty() || (!hopeless && score(document, true, weight) && weight >= bar_);
  if (!good && passes_over() && !phrases_.empty()) {
    ++unsure_;
  } else if (!phrases_hold(document)) {
    ++refused_;
  } else {
    ++counted_;
    if (good) offer(document, weight);
  }
}

/// How many of what must match, the rarest first, are read faster as a whole than looked into.
std::size_t Ranker::worth_gathering() const {
  const Nodes& required = parts_.parts().required;
  const double rarest = required.front()->counts.estimate;
  if (rarest < least_gathered) return 0;
  std::size_t worth = 0;
  while (worth < required.size() && required[worth]->counts.estimate < rarest * gathered_ratio) ++worth;
  return worth;
}

void Ranker::rank_conjunction_by_windows(std::size_t gathered) {
  const Nodes& required = parts_.parts().required;
  // Few are scored sooner than weighed beforehand.
  const bool weighed = parts_.counts.estimate > worth_weighing;
  double beside = 0;
  for (std::size_t i = weighed ? gathered : 0; i < required.size(); ++i) beside += required[i]->most;
  for (const NodePointer& node : parts_.parts().optional) beside += node->most;
  const auto gather = [&](Node& node) { weighed ? node.gather(window_) : node.gather_matches(window_, 0); };
  const std::uint32_t end = database_.last_document() + 1;
  for (std::uint32_t from = 0; from < end; from = window_.to()) {
    window_.open(from, std::min(end, from + Window::size), weighed);
    gather(*required.front());
    Window::Set all = window_.seen();
    for (std::size_t i = 1; i < gathered; ++i) {
      window_.forget_seen();
      gather(*required[i]);
      for (std::size_t block = 0; block < all.size(); ++block) all[block] &= window_.seen()[block];
    }
    window_.for_each(all, [&](std::uint32_t document) {
      if (matches_all(document, gathered)) take_match(document, weighed && hopeless(document, beside));
    });
  }
}

void Ranker::rank_conjunction() {
  Node& rarest = *parts_.parts().required.front();
  auto* leading = dynamic_cast<Phrase*>(&rarest);
  if (const std::size_t gathered = worth_gathering(); gathered > 1)
    return rank_conjunction_by_windows(gathered);
  leading_ = &rarest;
  const auto next = [&](std::uint32_t from) { return leading ? leading->seek_all(from) : rarest.seek(from); };
  const double most = scorers_.empty() ? 0 : scorers_.front().beyond;
  for (std::uint32_t document = next(1); document != Node::none; document = next(document + 1)) {
    if (passes_over() && below_bar(most)) {
      passed_over_ = true;
      break;
    }
    if (matches_all(document, 0)) take_match(document, false);
  }
}

/// What one part demands that weighs nothing: the first of all by id.
void Ranker::rank_unweighed() {
  Node& only = *parts_.parts().required.front();
  if (!only.gathers_exactly) {
    for (std::uint32_t document = only.seek(1); document != Node::none; document = only.seek(document + 1))
      take_unweighed(document);
    return;
  }
  const std::uint32_t end = database_.last_document() + 1;
  for (std::uint32_t from = 0; from < end; from = window_.to()) {
    window_.open(from, std::min(end, from + Window::size), false);
    only.gather_matches(window_, 0);
    window_.for_each(window_.seen(), [&](std::uint32_t document) { take_unweighed(document); });
  }
}

void Ranker::take_unweighed(std::uint32_t document) {
  if (excluded(document)) return;
  ++counted_;
  const bool hopeless =
      best_.size() == wanted_ && database_.id_beginning(document) > id_beginning(best_.front());
  if (!hopeless) offer(document, 0);
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
  counts_.most = std::max(counts_.most, counts_.least);  // damaged numbers may say that there are fewer
  counts_.estimate = std::clamp(std::round(counts_.estimate), static_cast<double>(counts_.least),
                                static_cast<double>(counts_.most));
}

std::vector<Ranked> Ranker::rank() {
  auto* any = dynamic_cast<AnyOf*>(parts_.parts().required.front().get());
  if (any && parts_.parts().required.size() == 1) {
    rank_alternatives(*any);
  } else if (parts_.parts().required.size() == 1 && scorers_.empty() && phrases_.empty()) {
    rank_unweighed();
  } else {
    rank_conjunction();
  }
  estimate_counts(parts_.counts);
  std::sort(best_.begin(), best_.end(), [this](const Ranked& a, const Ranked& b) { return better(a, b); });
  return std::move(best_);
}

}  // namespace nsearch::searcher::match
