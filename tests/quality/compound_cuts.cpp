// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/compound_cuts.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace nsearch::quality {
namespace {

/// Letters that stand between two parts; "ge" is a participle's, in compounds such as afgehakt.
constexpr std::array<std::string_view, 8> linkers = {"", "s", "e", "n", "en", "er", "ens", "ge"};

bool is_linker(std::string_view text) {
  return std::find(linkers.begin(), linkers.end(), text) != linkers.end();
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t length = std::min(a.size(), b.size());
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length), b.begin()).first - a.begin());
}

std::size_t distance(std::size_t a, std::size_t b) {
  return a > b ? a - b : b - a;
}

/// Where the part `lemma` most likely begins, after a part that begins at `start`: where most of it is
/// recognised, and of such places the nearest to the end of the part before.
std::size_t find_part(std::string_view word, std::size_t start, std::string_view previous,
                      std::string_view lemma) {
  const std::size_t expected = start + previous.size();
  std::size_t best = 0, best_length = 0;
  for (std::size_t at = start + 1; at < word.size(); ++at) {
    const std::size_t length = common_prefix(word.substr(at), lemma);
    const bool nearer = length == best_length && distance(at, expected) < distance(best, expected);
    if (length > 0 && (length > best_length || nearer)) std::tie(best, best_length) = std::pair(at, length);
  }
  return best;
}

/// The cut before `next`, the part before it beginning at `start`.
TrueCut cut_before(std::string_view word, std::size_t start, std::string_view previous, std::size_t next) {
  const std::string_view part = word.substr(start, next - start);
  if (part.starts_with(previous))
    return {is_linker(part.substr(previous.size())) ? start + previous.size() : next, next};
  // The part is inflected ("steden" for "stad"): its ending may be taken for a linker, too.
  for (const std::string_view ending : {"en", "er", "s", "e"})
    if (part.size() > ending.size() + 1 && part.ends_with(ending)) return {next - ending.size(), next};
  return {next, next};
}

bool right(const TrueCut& truth, const MadeCut& made) {
  const auto allowed = [&](std::size_t at) { return at == truth.before_linker || at == truth.after_linker; };
  return allowed(made.end) && allowed(made.begin);
}

bool place(std::string_view word, const std::vector<std::string>& parts, std::size_t index, std::size_t at,
           std::vector<MadeCut>& cuts) {
  if (index == parts.size()) return at == word.size();
  constexpr std::size_t longest_gap = 3;
  for (std::size_t gap = 0; gap <= (index == 0 ? 0 : longest_gap) && at + gap <= word.size(); ++gap) {
    if (parts[index].empty() || !word.substr(at + gap).starts_with(parts[index])) continue;
    if (index > 0) cuts.push_back({at, at + gap});
    if (place(word, parts, index + 1, at + gap + parts[index].size(), cuts)) return true;
    if (index > 0) cuts.pop_back();
  }
  return false;
}

}  // namespace

std::optional<std::vector<TrueCut>> true_cuts(std::string_view word, const std::vector<std::string>& lemmas) {
  std::vector<TrueCut> cuts;
  std::size_t start = 0;
  for (std::size_t i = 1; i < lemmas.size(); ++i) {
    const std::string& previous = lemmas[i - 1];
    std::size_t next = find_part(word, start, previous, lemmas[i]);
    const std::size_t recognised = common_prefix(word.substr(next), lemmas[i]);
    const bool whole_before = next > start && word.substr(start, next - start).starts_with(previous) &&
                              is_linker(word.substr(start + previous.size(), next - start - previous.size()));
    if (next == 0 || (recognised < std::min<std::size_t>(2, lemmas[i].size()) && !whole_before))
      return std::nullopt;
    cuts.push_back(cut_before(word, start, previous, next));
    start = next;
  }
  return cuts;
}

std::optional<std::vector<MadeCut>> made_cuts(std::string_view word, const std::vector<std::string>& parts) {
  std::vector<MadeCut> cuts;
  if (!place(word, parts, 0, 0, cuts)) return std::nullopt;
  return cuts;
}

bool all_right(const std::vector<TrueCut>& truth, const std::vector<MadeCut>& made) {
  return std::equal(truth.begin(), truth.end(), made.begin(), made.end(), right);
}

bool none_missing(const std::vector<TrueCut>& truth, const std::vector<MadeCut>& made) {
  return std::all_of(truth.begin(), truth.end(), [&](const TrueCut& cut) {
    return std::any_of(made.begin(), made.end(), [&](const MadeCut& m) { return right(cut, m); });
  });
}

}  // namespace nsearch::quality
