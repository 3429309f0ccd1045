// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "glass/shards.h"
#include "query/frequency_memory.h"
#include "query/part_of_index.h"

namespace nsearch::searcher {

/// The part of Xapian::BM25Weight that depends on how many of `all` documents have the term.
double bm25_rarity(double documents, double all);

/// What the index holds of terms, asked once for each. Lives as long as one plan.
class Vocabulary {
 public:
  /// `local`: the same database read where it lies; may be null. `part`: where the documents in question are some of the
  /// database's.
  Vocabulary(const Xapian::Database& database, const glass::Shards* local, FrequencyMemory& memory,
             PartOfIndex* part = nullptr)
      : database_(database), local_(local), part_(part), memory_(memory) {
    if (memory_.known_.size() >= FrequencyMemory::most_known) memory_.known_.clear();
  }

  /// The number of documents with this term, over all shards.
  Xapian::doccount frequency(const std::string& term);

  /// The same in the whole index, for what a query means: see PartOfIndex.
  Xapian::doccount frequency_in_whole(const std::string& term);
  const Xapian::Database& whole() const noexcept { return database_; }
  /// The same read where it lies; may be null.
  const glass::Shards* whole_where_it_lies() const noexcept { return local_; }
  bool is_part() const noexcept { return part_ != nullptr; }

  /// Whose surface forms and accent-exact forms a stem's forms are found in.
  const Xapian::Database& forms() const { return part_ ? part_->forms() : database_; }

  /// Whether any term begins with `prefix`.
  bool has_prefix(const std::string& prefix);

  /// How rare a term in `documents` documents is: Robertson and Sparck Jones' inverse document frequency,
  /// above 0.
  double rarity(Xapian::doccount documents) const;

  /// What is to be taken of the weight of a term that one language's documents have, `term` being one of them
  /// and `language` their number: as rare as it is among those, not as rare as that language is in the index.
  /// 0 to 1.
  double share_of_weight(Xapian::doccount term, Xapian::doccount language) const;

  /// Different terms for one thing, each weighed as rare as all of them together. An OR of terms and no OP_SYNONYM,
  /// which estimates its rarity in each shard for itself, so that scores would depend on how an index is sharded.
  Xapian::Query alternatives(const std::vector<std::string>& terms);

  /// Whose forms a wildcard or a fuzzy word is compared with.
  const Xapian::Database& database() const { return part_ ? part_->terms() : database_; }

 private:
  Xapian::doccount all_documents() const { return part_ ? part_->size() : database_.get_doccount(); }

  const Xapian::Database& database_;
  const glass::Shards* local_;
  PartOfIndex* part_;
  FrequencyMemory& memory_;
};

}  // namespace nsearch::searcher
