// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/searcher.h"

/// Related articles: the same story, in any language
/// ==================================================
///
///     nsearch::Searcher searcher({"news.idx"});
///     nsearch::RelatedRequest request;
///     request.id = "nl-004";
///     for (const nsearch::RelatedHit& related : searcher.related(request).hits)
///       std::cout << related.hit.id << ' ' << related.hit.document.language << '\n';
///
/// What carries a story from one language to another is what is written alike in both: names, numbers, loan words; and, where
/// dictionaries are kept beside the index (nsearch/dictionaries.h), translations.
/// docs/news-desk.md says how articles are compared and what was measured.
namespace nsearch {

struct RelatedRequest {
  std::string id;                      ///< of an article of the index
  std::optional<Document> article;     ///< or this one, which need not be indexed; then `id` is ignored
  std::vector<std::string> languages;  ///< only articles in these; empty: all
  bool other_languages = false;        ///< only articles in another language than its own
  std::string since, until;            ///< only articles dated so, both included; as in date: filters (UTC)
  std::optional<unsigned> days;        ///< only articles at most so many days before or after its own date
  std::size_t limit = 10;              ///< at most; more than most_related are never given
  bool bodies = false;                 ///< with the articles' bodies
  bool ties = true;                    ///< fill RelatedHit::ties
};

/// A word of the article and the one that answers it.
struct Tie {
  std::string here;   ///< as the article has it
  std::string there;  ///< as the related one has it; the same word, one akin to it, or a translation
  bool akin = false;  ///< not the same word but one that is written alike, or a translation
  double share = 0;   ///< of what the two have in common, 0 to 1
};

struct RelatedHit {
  Hit hit;                ///< without snippets; its score is comparable within one answer only
  std::vector<Tie> ties;  ///< the strongest first, at most most_ties
};

struct RelatedResults {
  StoredDocument article;        ///< the one that was asked about, without its body
  std::vector<RelatedHit> hits;  ///< best first
  std::size_t compared = 0;      ///< articles that were compared word by word
  double seconds = 0;
};

inline constexpr std::size_t most_related = 100;
inline constexpr std::size_t most_ties = 12;

}  // namespace nsearch
