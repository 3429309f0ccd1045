// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "detection/evidence.h"
#include "detection/passage_finder.h"
#include "detection/stretches.h"
#include "nsearch/passages.h"

namespace nsearch {
namespace {

using namespace detection;

// What a passage must have to be given a language of its own; see tests/quality/passage_eval.cpp.
constexpr std::size_t kFloorCharacters = 90;
constexpr std::uint32_t kFloorWords = 6;  // names aside
constexpr double kFloorConfidence = 0.65;

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_stemmed(const std::string& code) {
  const auto& known = languages();
  return std::any_of(known.begin(), known.end(),
                     [&](const LanguageInfo& info) { return info.code == code && !info.stemmer.empty(); });
}

// Of shorter ones even the edges aren't looked at.
constexpr std::size_t kFloorBytes = 50;
// By how many nats an edge must be more like the passage than like its surroundings.
constexpr float kEdgeLead = 0.5F;
// A name in quotation marks between two sentences that are is let pass.
constexpr std::size_t kShort = 40;

// Extends a passage by the sentences at its edges that are rather in its language: too short or too full of
// names for the cheap look.
class Edges {
 public:
  Edges(std::string_view body, const std::string& main_language, std::size_t list)
      : body_(body), list_(list), main_(list_of(main_language, list)) {}

  void extend(SuspectPassage& passage, std::size_t limit) const {
    if (main_ == kNoLanguage || list_ == kNoLanguage) return;
    passage.begin = extended_begin(passage);
    if (!ends_paragraph(passage.end)) passage.end = extended_end(passage.end, limit);
  }

 private:
  static std::size_t list_of(const std::string& language, std::size_t other) {
    for (std::size_t list = 0; list < kEvidenceLanguages; ++list)
      if (list != other && language_of_list(list) == language) return list;
    return kNoLanguage;
  }
  std::size_t extended_begin(const SuspectPassage& passage) const {
    StretchCutter cutter(body_.substr(passage.lead, passage.begin - passage.lead));
    std::size_t begin = passage.begin;
    for (Stretch stretch; cutter.next(stretch);) {
      const std::size_t at = passage.lead + stretch.begin;
      if (is_like(at, passage.lead + stretch.end)) {
        begin = std::min(begin, at);
      } else if (stretch.end - stretch.begin > kShort) {
        begin = passage.begin;
      }
    }
    return begin;
  }
  std::size_t extended_end(std::size_t from, std::size_t limit) const {
    StretchCutter cutter(body_.substr(from, limit - from));
    std::size_t end = from;
    for (Stretch stretch; cutter.next(stretch);) {
      const bool like = is_like(from + stretch.begin, from + stretch.end);
      if (!like && stretch.end - stretch.begin > kShort) break;
      if (like) end = from + stretch.end;
      if (stretch.ends_paragraph) break;
    }
    return end;
  }
  bool is_like(std::size_t begin, std::size_t end) const {
    if (begin >= end) return false;
    const Evidence evidence = weigh_evidence(body_.substr(begin, end - begin));
    return evidence.score[list_] - evidence.score[main_] > kEdgeLead;
  }
  bool ends_paragraph(std::size_t end) const {
    while (end > 0 && (body_[end - 1] == ' ' || body_[end - 1] == '\r')) --end;
    return end > 0 && body_[end - 1] == '\n';
  }

  std::string_view body_;
  std::size_t list_;
  std::size_t main_;
};

// The passage's language, or the main one.
std::string judge(std::string_view text, const SuspectPassage& passage, const std::string& main_language,
                  const DetectionOptions& options) {
  const bool latin = passage.words > 0;
  if (text.size() < kFloorCharacters || characters(text) < kFloorCharacters) return main_language;
  if (latin && passage.words < kFloorWords) return main_language;
  LanguageGuess guess = detect_language(text, options);
  const bool sure = guess.reliable && guess.confidence >= kFloorConfidence;
  return sure && is_stemmed(guess.language) ? std::move(guess.language) : main_language;
}

void append(std::vector<LanguageSpan>& spans, std::size_t end, const std::string& language) {
  const std::uint32_t begin = spans.empty() ? 0 : spans.back().end;
  if (end <= begin) return;
  if (!spans.empty() && spans.back().language == language) {
    spans.back().end = static_cast<std::uint32_t>(end);
  } else {
    spans.push_back({begin, static_cast<std::uint32_t>(end), language});
  }
}

}  // namespace

std::vector<LanguageSpan> language_spans(std::string_view body, std::string_view main_language,
                                         const DetectionOptions& options) {
  const std::string main = primary_language(main_language);
  std::vector<LanguageSpan> spans;
  std::vector<SuspectPassage> suspects = PassageFinder(body, main).find();
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    SuspectPassage& passage = suspects[i];
    if (passage.end - passage.begin < kFloorBytes) continue;
    const std::size_t limit = i + 1 < suspects.size() ? suspects[i + 1].begin : body.size();
    Edges(body, main, passage.list).extend(passage, limit);
    const std::string language =
        judge(body.substr(passage.begin, passage.end - passage.begin), passage, main, options);
    if (language == main) continue;
    append(spans, passage.begin, main);
    append(spans, passage.end, language);
  }
  append(spans, body.size(), main);
  return spans;
}

}  // namespace nsearch
