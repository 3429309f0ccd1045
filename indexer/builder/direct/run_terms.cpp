// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/run_terms.h"

#include <algorithm>
#include <utility>

#include "nsearch/error.h"
#include "short_bytes.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t initial_slots = 1 << 16;
constexpr std::size_t longest_term = 245;  // in a key, where a NUL takes two bytes

void check(std::string_view term) {
  if (term.empty()) throw Error(ErrorCode::internal, "an empty term can't be indexed");
  const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + nuls > longest_term) {
    throw Error(ErrorCode::internal,
                "a term of more than " + std::to_string(longest_term) + " bytes can't be indexed");
  }
}

}  // namespace

RunTerms::RunTerms() : slots_(initial_slots) {}

void RunTerms::clear() {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  bytes_.clear();
  terms_.clear();
}

std::uint32_t RunTerms::number(std::string_view term, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && is(terms_[slot.number - 1], term)) return slot.number - 1;
  }
  check(term);
  RunTerm added;
  term.copy(added.head, sizeof added.head);
  added.begin = static_cast<std::uint32_t>(bytes_.size());
  added.size = static_cast<std::uint32_t>(term.size());
  terms_.push_back(added);
  bytes_ += term;
  slots_[at] = {hash, static_cast<std::uint32_t>(terms_.size())};
  if (terms_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(terms_.size() - 1);
}

bool RunTerms::is(const RunTerm& known, std::string_view term) const {
  if (known.size != term.size()) return false;
  if (term.size() <= sizeof known.head) return equal_few({known.head, term.size()}, term);
  return text(known) == term;
}

void RunTerms::grow() {
  decltype(slots_) grown(slots_.size() * 2);
  const std::size_t mask = grown.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (grown[at].number != 0) at = (at + 1) & mask;
    grown[at] = slot;
  }
  slots_ = std::move(grown);
}

const std::vector<TermKey>& RunTerms::sorted() {
  sorted_.resize(terms_.size());
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    sorted_[i] = term_key(terms_[i].head, terms_[i].size, static_cast<std::uint32_t>(i));
  }
  sort_terms(sorted_, scratch_, [&](std::uint32_t index) { return text(terms_[index]); });
  return sorted_;
}

}  // namespace nsearch::indexer::direct
