// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/compounds.h"

#include <algorithm>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "quality/compound_cuts.h"
#include "quality/lines.h"

namespace nsearch::quality {
namespace {

bool is_comment(std::string_view line) {
  return line.empty() || line.front() == '#';
}

/// The words of a text, folded, side by side: the form in which cuts are compared.
std::string folded(Analyzer& analyzer, std::string_view text) {
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  std::string out;
  for (const Token& token : analyzed.tokens())
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) out += token.surface;
  return out;
}

/// The pieces that the analyzer makes of a word: its compound parts, or the word where it has none.
std::vector<std::string> pieces_of(Analyzer& analyzer, std::string_view text) {
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  std::vector<std::string> pieces;
  const std::vector<Token>& tokens = analyzed.tokens();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::joined) continue;
    const bool split = i + 1 < tokens.size() && tokens[i].kind == TokenKind::word &&
                       tokens[i + 1].kind == TokenKind::compound_part;
    if (!split) pieces.emplace_back(tokens[i].surface);
  }
  return pieces;
}

bool has_parts(Analyzer& analyzer, std::string_view text) {
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  return std::any_of(analyzed.tokens().begin(), analyzed.tokens().end(),
                     [](const Token& token) { return token.kind == TokenKind::compound_part; });
}

class Scorer {
 public:
  explicit Scorer(const std::string& language) : analyzer_(language) {}

  void compound(std::string_view form, std::string_view lemma_split) {
    const std::string word = folded(neutral_, form);
    std::vector<std::string> lemmas;
    for (const std::string_view lemma : split(lemma_split, '_')) lemmas.push_back(folded(neutral_, lemma));
    const auto truth = true_cuts(word, lemmas);
    if (!truth) {
      ++score.unrecognised;
      return;
    }
    ++score.compounds;
    const std::vector<std::string> pieces = pieces_of(analyzer_, form);
    score.unsplit += pieces.size() < 2;
    const auto made = made_cuts(word, pieces);
    score.right += made && all_right(*truth, *made);
    score.found += made && none_missing(*truth, *made);
  }

  void non_compound(std::string_view form) {
    ++score.non_compounds;
    score.over_split += has_parts(analyzer_, form);
  }

  CompoundScore score;

 private:
  Analyzer analyzer_;
  Analyzer neutral_{"und"};
};

}  // namespace

CompoundScore score_compounds(const std::string& language, const std::string& compounds_path,
                              const std::string& non_compounds_path) {
  Scorer scorer(language);
  for_each_line(compounds_path, [&](std::string_view line) {
    if (is_comment(line)) return;
    const auto fields = split(line, '\t');
    if (fields.size() < 2)
      throw Error(ErrorCode::usage, compounds_path + ": a line is not \"form TAB lemma_lemma\"");
    scorer.compound(fields[0], fields[1]);
  });
  for_each_line(non_compounds_path, [&](std::string_view line) {
    if (!is_comment(line)) scorer.non_compound(line);
  });
  return scorer.score;
}

}  // namespace nsearch::quality
