// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nsearch::analysis {

/// Finds the parts of a compound: "aandelenkoersen" -> aandelen, koersen. A language profile names its
/// splitter; the chain makes a compound_part token of each part. Thread-safe: one splitter serves all
/// analyzers of a language.
class CompoundSplitter {
 public:
  virtual ~CompoundSplitter() = default;

  /// Replaces `parts`: the parts of the case-folded, accented `word`, none where it is no compound; at most
  /// max_compound_parts are used.
  virtual void split(std::string_view word, std::vector<std::string>& parts) const = 0;

  /// A digest of the lexicon; part of the analysis fingerprint.
  virtual std::string digest() const = 0;
};

}  // namespace nsearch::analysis
