// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/analyzer.h"

#include <string>
#include <utility>

#include "analysis/chain.h"

namespace nsearch {

struct AnalyzedText::Arena : analysis::Arena {};

AnalyzedText::AnalyzedText() : arena_(std::make_unique<Arena>()) {}
AnalyzedText::~AnalyzedText() = default;

AnalyzedText::AnalyzedText(AnalyzedText&& other) noexcept
    : tokens_(std::move(other.tokens_)),
      positions_(std::exchange(other.positions_, 0)),
      arena_(std::move(other.arena_)) {
  other.tokens_.clear();
}

AnalyzedText& AnalyzedText::operator=(AnalyzedText&& other) noexcept {
  tokens_.swap(other.tokens_);
  std::swap(positions_, other.positions_);
  arena_.swap(other.arena_);
  return *this;
}

class Analyzer::Chain {
 public:
  Chain(const analysis::LanguageRules& rules, const ProtectedWords& protected_words)
      : language(rules.profile.code), chain(rules, protected_words) {}

  void analyze(std::string_view utf8, AnalyzedText& out) {
    if (!out.arena_) out.arena_ = std::make_unique<AnalyzedText::Arena>();
    out.positions_ = chain.analyze(utf8, out.tokens_, *out.arena_);
  }

  std::vector<WordSteps> explain(std::string_view utf8) {
    analysis::Arena arena;
    return chain.explain(utf8, arena);
  }

  const std::string language;
  analysis::Chain chain;
};

Analyzer::Analyzer(std::string_view language, const ProtectedWords& protected_words)
    : chain_(std::make_unique<Chain>(analysis::language_rules(language), protected_words)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const std::string& Analyzer::language() const noexcept {
  return chain_->language;
}

void Analyzer::analyze(std::string_view utf8, AnalyzedText& out) {
  chain_->analyze(utf8, out);
}

std::vector<WordSteps> Analyzer::explain(std::string_view utf8) {
  return chain_->explain(utf8);
}

}  // namespace nsearch
