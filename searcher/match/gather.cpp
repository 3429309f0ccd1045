// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/nodes.h"

namespace nsearch::searcher::match {

glass::PostingList& Term::ahead(const Window& window) {
  if (!ahead_) {
    ahead_ = list_;
    ahead_->rewind();
  }
  ahead_->seek(window.from());  // windows before may have been left out
  return *ahead_;
}

/// Calls `take(document, wdf)` for each posting in the window.
template <typename Take>
void Term::take(const Window& window, Take&& take) {
  if (walk_ahead_) {
    walk_ahead_->take_between(window.from(), window.to(), take);
  } else {
    ahead(window).take_before(window.to(), take);
  }
}

void Term::gather_as(Window& window, double share) {
  const auto full = static_cast<float>(share);
  take(window, [&](std::uint32_t document, std::uint32_t times) {
    const auto wdf = static_cast<float>(times);
    window.add(document, times == 0 ? 0 : full * wdf / (wdf + window.norm(document)));
  });
}

void Term::gather_matches(Window& window, float weight) {
  if (weight == 0 && set_ != nullptr) {
    window.mark(set_->set());
  } else if (weight == 0 && walk_ahead_) {
    walk_ahead_->documents_between(window.from(), window.to(),
                                   [&](std::uint32_t document) { window.mark(document); });
  } else if (weight == 0) {
    take(window, [&](std::uint32_t document, std::uint32_t) { window.mark(document); });
  } else {
    take(window, [&](std::uint32_t document, std::uint32_t) { window.add(document, weight); });
  }
}

void All::gather_matches(Window& window, float weight) {
  for (std::uint32_t document = seek(window.from()); document < window.to(); document = seek(document + 1))
    weight == 0 ? window.mark(document) : window.add(document, weight);
}

void Dead::gather_matches(Window& window, float weight) {
  if (weight == 0) return window.mark(dead_);
  for (std::uint32_t document = seek(window.from()); document < window.to(); document = seek(document + 1))
    window.add(document, weight);
}

void AnyOf::gather(Window& window) {
  for (const NodePointer& member : members_) member->gather(window);
}

void AnyOf::gather_matches(Window& window, float weight) {
  for (const NodePointer& member : members_) member->gather_matches(window, weight);
}

/// What several weigh as one is no more than the sum of what each weighs as that one.
void OneTerm::gather(Window& window) {
  for (const std::unique_ptr<Term>& term : terms_) term->gather_as(window, share_);
}

void OneTerm::gather_matches(Window& window, float weight) {
  for (const std::unique_ptr<Term>& term : terms_) term->gather_matches(window, weight);
}

void Phrase::gather_matches(Window& window, float weight) {
  words_.front().term->gather_matches(window, weight);
}

void AllOf::gather_matches(Window& window, float weight) {
  parts_.required.front()->gather_matches(window, weight);
}

}  // namespace nsearch::searcher::match
