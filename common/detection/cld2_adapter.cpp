// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/cld2_adapter.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>
#include <cstdio>  // CLD2's header names FILE and does not include this itself
#include <utility>

namespace nsearch::detection {
namespace {

CLD2::Language run(std::string_view text, const std::string& hint, int flags) {
  const CLD2::CLDHints hints{hint.empty() ? nullptr : hint.c_str(), nullptr, CLD2::UNKNOWN_ENCODING,
                             CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  std::array<double, 3> normal_score{};
  int text_bytes = 0;
  bool reliable = false;
  int valid_bytes = 0;
  return CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints,
                                                 flags, languages.data(), percent.data(), normal_score.data(),
                                                 nullptr, &text_bytes, &reliable, &valid_bytes);
}

// CLD2 writes some languages by withdrawn or older codes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kTheirsAndOurs = {
    {{"iw", "he"}, {"jw", "jv"}, {"fil", "tl"}}};

std::string our_code(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "nb" || code == "nn") return "no";
  if (code == "un" || code.substr(0, 3) == "xx-" || code == "tlh" || code == "zzp")
    return "und";  // Klingon, Pig Latin
  for (const auto& [theirs, ours] : kTheirsAndOurs)
    if (code == theirs) return std::string(ours);
  return std::string(code.substr(0, code.find('-')));
}

// As in an HTTP Content-Language header.
std::string hint_of(const std::vector<std::string>& candidates) {
  std::string hint;
  for (const std::string& candidate : candidates) {
    std::string_view code = candidate;
    for (const auto& [theirs, ours] : kTheirsAndOurs)
      if (code == ours) code = theirs;
    hint.append(hint.empty() ? "" : ",").append(code);
  }
  return hint;
}

}  // namespace

Cld2Verdict ask_cld2(std::string_view clean_utf8, const std::vector<std::string>& candidates) {
  const std::string hint = hint_of(candidates);
  const CLD2::Language firm = run(clean_utf8, hint, 0);
  if (firm != CLD2::UNKNOWN_LANGUAGE) return {our_code(firm), true};
  return {our_code(run(clean_utf8, hint, CLD2::kCLDFlagBestEffort)), false};
}

}  // namespace nsearch::detection
