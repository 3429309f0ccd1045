// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/nodes.h"

#include <queue>

#include "glass/bits.h"

namespace nsearch::searcher::match {

namespace {

void rewind_all(const Nodes& nodes) {
  for (const NodePointer& node : nodes) node->rewind();
}

std::vector<Node*> in_order(const Nodes& nodes) {
  std::vector<Node*> all;
  for (const NodePointer& node : nodes) all.push_back(node.get());
  return all;
}

bool more_frequent(const NodePointer& a, const NodePointer& b) {
  return a->counts.estimate > b->counts.estimate;
}

}  // namespace

std::uint32_t frequency_of_any(const std::vector<std::uint32_t>& frequencies, double documents) {
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> rarest(frequencies.begin(),
                                                                                        frequencies.end());
  while (rarest.size() > 1) {
    const double a = rarest.top();
    rarest.pop();
    const double b = rarest.top();
    rarest.pop();
    rarest.push(static_cast<std::uint32_t>(a + b - a * b / documents + 0.5));
  }
  return rarest.empty() ? 0 : rarest.top();
}

Term::Term(const glass::Database& database, std::string term) : term_(std::move(term)) {
  glass::KeptLists& lists = database.kept_lists();
  const glass::KeptList* kept = lists.find(term_);
  if (kept == nullptr || !kept->counted()) {
    list_.emplace(database.postings());
    list_->open(term_);
    if (kept == nullptr) kept = lists.ask(term_, *list_);
  }
  frequency_ = kept != nullptr ? kept->frequency() : list_->frequency();
  if (kept == nullptr) return;
  if (kept->is_set()) set_ = kept;
  if (!kept->counted()) return;
  walk_.emplace(*kept);
  walk_ahead_.emplace(*kept);
}

void Term::set_share(double share) {
  share_ = share;
  most = share;  // wdf / (wdf + norm) is below 1
  counts = {frequency_, static_cast<double>(frequency_), frequency_};
}

std::uint32_t All::seek(std::uint32_t document) {
  std::uint32_t length = 0;
  for (document = std::max(document, 1u); document <= database_.last_document(); ++document) {
    if (database_.length(document, length)) return document;
  }
  return none;
}

std::uint32_t Dead::seek(std::uint32_t document) {
  return glass::first_set(dead_, document, none);
}

AnyOf::AnyOf(Nodes members, std::uint64_t documents)
    : members_(std::move(members)), as_asked_(in_order(members_)) {
  std::stable_sort(members_.begin(), members_.end(), more_frequent);
  double none_of = 1;
  for (const NodePointer& member : members_) {
    gathers_exactly = gathers_exactly && member->gathers_exactly;
    most += member->most;
    counts.least = std::max(counts.least, member->counts.least);
    counts.most += member->counts.most;
    if (documents > 0) none_of *= 1 - std::min(1.0, member->counts.estimate / static_cast<double>(documents));
  }
  counts.most = std::min(counts.most, documents);
  counts.estimate = static_cast<double>(documents) * (1 - none_of);
}

std::uint32_t AnyOf::seek(std::uint32_t document) {
  std::uint32_t first = none;
  for (const NodePointer& member : members_) first = std::min(first, member->seek(document));
  return first;
}

bool AnyOf::at(std::uint32_t document) {
  for (const NodePointer& member : members_) {
    if (member->at(document)) return true;
  }
  return false;
}

double AnyOf::weight(std::uint32_t document, double norm) {
  double sum = 0;
  for (Node* member : as_asked_) {
    if (member->most > 0 && member->at(document)) sum += member->weight(document, norm);
  }
  return sum;
}

void AnyOf::rewind() {
  rewind_all(members_);
}

OneTerm::OneTerm(const glass::Database& database, std::vector<std::unique_ptr<Term>> terms)
    : database_(database), terms_(std::move(terms)) {
  std::vector<std::uint32_t> frequencies;
  for (const std::unique_ptr<Term>& term : terms_) {
    const std::uint32_t frequency = term->frequency();
    frequencies.push_back(frequency);
    counts.least = std::max<std::uint64_t>(counts.least, frequency);
    counts.most += frequency;
  }
  counts.most = std::min<std::uint64_t>(counts.most, database.documents());
  frequency_ = frequency_of_any(frequencies, database.documents());
  counts.estimate = frequency_;
}

void OneTerm::set_share(double share) {
  share_ = most = share;
}

std::uint32_t OneTerm::seek(std::uint32_t document) {
  std::uint32_t first = none;
  for (const std::unique_ptr<Term>& term : terms_) first = std::min(first, term->seek(document));
  return first;
}

bool OneTerm::at(std::uint32_t document) {
  for (const std::unique_ptr<Term>& term : terms_) {
    if (term->at(document)) return true;
  }
  return false;
}

double OneTerm::weight(std::uint32_t document, double norm) {
  if (share_ == 0) return 0;
  std::uint64_t sum = 0;
  for (const std::unique_ptr<Term>& term : terms_) {
    if (term->at(document)) sum += term->wdf();
  }
  std::uint32_t length = 0;
  database_.length(document, length);
  const auto wdf = static_cast<double>(std::min<std::uint64_t>(sum, length));
  return share_ * (wdf / (norm + wdf));
}

void OneTerm::rewind() {
  for (const std::unique_ptr<Term>& term : terms_) term->rewind();
}

AllOf::AllOf(Parts parts, std::uint64_t documents)
    : parts_(std::move(parts)), as_asked_(in_order(parts_.required)) {
  gathers_exactly = false;
  Nodes& required = parts_.required;
  std::stable_sort(required.begin(), required.end(),
                   [](const NodePointer& a, const NodePointer& b) { return more_frequent(b, a); });
  const auto all = static_cast<double>(std::max<std::uint64_t>(documents, 1));
  counts.estimate = all;
  counts.most = documents;
  for (const NodePointer& node : required) {
    most += node->most;
    counts.most = std::min(counts.most, node->counts.most);
    counts.estimate *= node->counts.estimate / all;
  }
  for (const NodePointer& node : parts_.optional) most += node->most;
  for (const NodePointer& node : parts_.excluded)
    counts.estimate *= 1 - std::min(1.0, node->counts.estimate / all);
  if (required.size() == 1 && parts_.excluded.empty()) counts.least = required.front()->counts.least;
}

bool AllOf::also(std::uint32_t document) {
  for (std::size_t i = 1; i < parts_.required.size(); ++i) {
    if (!parts_.required[i]->at(document)) return false;
  }
  for (const NodePointer& node : parts_.excluded) {
    if (node->at(document)) return false;
  }
  return true;
}

std::uint32_t AllOf::seek(std::uint32_t document) {
  if (document <= found_) return found_;
  Node& rarest = *parts_.required.front();
  for (document = rarest.seek(document); document != none; document = rarest.seek(document + 1)) {
    if (also(document)) break;
  }
  return found_ = document;
}

bool AllOf::at(std::uint32_t document) {
  if (document <= found_) return document == found_;
  return parts_.required.front()->at(document) && also(document);
}

double AllOf::weight(std::uint32_t document, double norm) {
  double sum = 0;
  for (Node* node : as_asked_) {
    if (node->most > 0) sum += node->weight(document, norm);
  }
  for (const NodePointer& node : parts_.optional) {
    if (node->most > 0 && node->at(document)) sum += node->weight(document, norm);
  }
  return sum;
}

void AllOf::rewind() {
  rewind_all(parts_.required);
  rewind_all(parts_.optional);
  rewind_all(parts_.excluded);
  found_ = 0;
}

}  // namespace nsearch::searcher::match
