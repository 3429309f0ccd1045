// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// What a stemmer brings together, and what it should not
/// =======================================================
///
/// Over unordered pairs of different forms of a word list in which each form has one or more lemmas:
/// together = the pairs that share a lemma and have one stem, of all pairs that share a lemma;
/// wrong    = the pairs that have one stem and no lemma in common, of all pairs that have one stem.
/// A form that stands in the list under several parts of speech has all their lemmas; case is as in the list.
namespace nsearch::quality {

struct LemmaForm {
  std::string form;
  std::string lemma;
};

/// Reads lines "form TAB lemma TAB ...". Throws Error.
std::vector<LemmaForm> read_lemmas(const std::string& path);

struct Conflation {
  std::uint64_t forms = 0;
  std::uint64_t lemma_pairs = 0;  ///< that share a lemma
  std::uint64_t together = 0;     ///< of those, with one stem
  std::uint64_t stem_pairs = 0;   ///< that have one stem
  std::uint64_t wrong = 0;        ///< of those, with no lemma in common

  double together_share() const { return share(together, lemma_pairs); }
  double wrong_share() const { return share(wrong, stem_pairs); }

 private:
  static double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

using Stem = std::function<std::string(const std::string&)>;

Conflation count_conflation(const std::vector<LemmaForm>& words, const Stem& stem);

/// The stems of the Analyzer for `language`: those of a form's words, side by side; the surface where there
/// is no stem.
Stem analyzer_stem(const std::string& language);

/// A Snowball stemmer as it is, for reference. Throws Error(usage) if libstemmer has none of that name.
Stem snowball_stem(const std::string& algorithm);

}  // namespace nsearch::quality
