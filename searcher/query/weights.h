// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

/// Every number that ranking hangs on. Nothing else in the searcher holds one; change them by measurement
/// only.
namespace nsearch::searcher::weights {

/// Okapi BM25 (Robertson, Walker, Jones, Hancock-Beaulieu and Gatford, Okapi at TREC-3, 1994). `k3` saturates
/// repeated query words; a document shorter than `shortest` times the average counts as that long.
inline constexpr double bm25_k1 = 0.9;
inline constexpr double bm25_k3 = 1;
inline constexpr double bm25_b = 0.75;
inline constexpr double bm25_shortest = 0;

/// The parts of a word's weight, where its stem counts 1.
inline constexpr double surface = 0.4;          ///< the very form that was typed
inline constexpr double title = 0.3;            ///< once more, in the title
inline constexpr double lead = 0.15;            ///< likewise in the lead, where there is no title
inline constexpr double compound_part = 0.3;    ///< only as a part of a compound
inline constexpr double own_parts = 0.2;        ///< all parts of the compound that was typed, apart
inline constexpr double accent_variant = 0.2;   ///< a stem that it has with other accents only
inline constexpr double exact = 0.05;           ///< the very accents that were typed
inline constexpr double edit = 0.5;             ///< of a fuzzy word, for each letter that differs
inline constexpr double synonym = 0.8;          ///< of a synonym that the user gave
inline constexpr double translation = 0.9;      ///< of what it is in another language
inline constexpr double translated_part = 0.6;  ///< a translation, only as a part of a compound
inline constexpr double cognate = 0.5;  ///< of a translation: a word that looks like it, in place of one
inline constexpr double joined = 1;     ///< "deepseekv3" for Deepseek-V3

/// A translation that has a share s of all of a word's weighs s to the power of this. At 1, .75, .5 and .25 the mean nDCG@10
/// of three collections, on the half that it was tuned on, is .7179, .7219, .7338 and .7421 (with `translation` at .6).
inline constexpr double translation_sharing = 0.35;

/// Words side by side in a text that was pasted (plain words), where a document writes them as one: it is found, but
/// ranked by the other words. At 1, 0.2 and 0 nDCG@10 is .8498, .8552, .8563 on news-title-nl.
inline constexpr double joined_in_text = 0;

/// A stop word beside words that are none: it moves documents a little and brings none.
inline constexpr double stop_word = 0.2;

/// With a half-life of recency: what the newest document gains, as a share of what all words of the query are
/// worth.
inline constexpr double recency = 0.5;

/// A ranked text of more words than this is searched by its rarest words only (a pasted page).
inline constexpr std::size_t ranked_words = 128;

/// A wildcard that stands for more forms than this weighs nothing: finding 22,000 documents by 1,000 forms
/// takes 11 ms so, and 190 ms when each is weighed.
inline constexpr std::size_t ranked_forms = 100;

/// An OR of more operands than this finds as ever, but is ranked by its `ranked_words` rarest operands: the
/// time that a weighted OR takes grows with the square of its width.
inline constexpr std::size_t ranked_operands = 1000;

}  // namespace nsearch::searcher::weights
