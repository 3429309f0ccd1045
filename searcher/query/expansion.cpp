// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nsearch::searcher {

namespace {

bool better(const ExpandedForm& a, const ExpandedForm& b) {
  return std::tie(a.edits, b.documents, a.form) < std::tie(b.edits, a.documents, b.form);
}

}  // namespace

void Expansion::add(ExpandedForm form) {
  ++total_;
  forms_.push_back(std::move(form));
  if (forms_.size() == 2 * most_) cut();
}

void Expansion::cut() {
  if (forms_.size() <= most_) return;
  const auto last = forms_.begin() + static_cast<std::ptrdiff_t>(most_);
  std::nth_element(forms_.begin(), last, forms_.end(), better);
  forms_.erase(last, forms_.end());
}

std::vector<ExpandedForm> Expansion::take() {
  cut();
  std::sort(forms_.begin(), forms_.end(), better);
  return std::move(forms_);
}

}  // namespace nsearch::searcher
