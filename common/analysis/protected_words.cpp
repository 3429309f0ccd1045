// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "analysis/language_profiles.h"
#include "nsearch/analyzer.h"
#include "nsearch/error.h"

namespace nsearch {

struct ProtectedWords::Words {
  analysis::WordSet surfaces;
  std::string text;
};

namespace {

std::string_view take_line(std::string_view& list) {
  const std::size_t end = std::min(list.find('\n'), list.size());
  const std::string_view line = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return line.substr(0, line.find('#'));
}

/// The surface form of the one word in `line`; empty: it holds none, or several.
std::string only_word(const AnalyzedText& line) {
  const bool one = line.tokens().size() == 1 && line.tokens().front().kind == TokenKind::word;
  return one ? std::string(line.tokens().front().surface) : std::string();
}

}  // namespace

ProtectedWords ProtectedWords::parse(std::string_view list, std::string_view name) {
  Analyzer neutral("und");
  AnalyzedText analyzed;
  std::vector<std::string> surfaces;
  for (std::size_t number = 1; !list.empty(); ++number) {
    const std::string_view line = take_line(list);
    if (line.find_first_not_of(" \t\r\v\f\xEF\xBB\xBF") == line.npos) continue;
    neutral.analyze(line, analyzed);
    std::string surface = only_word(analyzed);
    if (surface.empty()) {
      throw Error(ErrorCode::usage,
                  std::string(name) + ':' + std::to_string(number) +
                      ": not one word: " + std::string(line.substr(0, 80)),
                  "write a word a line; the words of a name (Deepseek-V3) on lines of their own");
    }
    surfaces.push_back(std::move(surface));
  }
  std::sort(surfaces.begin(), surfaces.end());
  surfaces.erase(std::unique(surfaces.begin(), surfaces.end()), surfaces.end());
  ProtectedWords words;
  if (surfaces.empty()) return words;
  const auto made = std::make_shared<Words>();
  for (const std::string& surface : surfaces) made->text.append(surface).append("\n");
  made->surfaces.insert(surfaces.begin(), surfaces.end());
  words.words_ = made;
  return words;
}

bool ProtectedWords::contains(std::string_view surface) const {
  return words_ != nullptr && words_->surfaces.contains(surface);
}

std::size_t ProtectedWords::size() const noexcept {
  return words_ == nullptr ? 0 : words_->surfaces.size();
}

const std::string& ProtectedWords::text() const noexcept {
  static const std::string none;
  return words_ == nullptr ? none : words_->text;
}

}  // namespace nsearch
