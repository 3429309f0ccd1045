// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/compound_splitter.h"
#include "analysis/compounds/compound_model.h"

namespace nsearch::analysis {

/// Splits by a lexicon of parts, each with what it costs as a first and as a last part: of all ways to read
/// the word as parts and linkers the cheapest is taken, if it is cheap enough for a word of that length. Each
/// further part costs, so few parts win over many, and productive ones over rare ones. Time: the square of
/// the word's length.
class LexiconSplitter : public CompoundSplitter {
 public:
  explicit LexiconSplitter(const CompoundLexicon& lexicon) : lexicon_(lexicon) {}

  void split(std::string_view word, std::vector<std::string>& parts) const override;
  std::string digest() const override { return std::string(lexicon_.digest); }

 private:
  const CompoundLexicon& lexicon_;
};

const CompoundSplitter* dutch_compounds();
const CompoundSplitter* german_compounds();

}  // namespace nsearch::analysis
