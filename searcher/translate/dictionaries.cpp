// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/dictionaries.h"

#include <algorithm>
#include <set>

#include "nsearch/error.h"

namespace nsearch::searcher {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_translations = 12;
constexpr std::size_t most_pivots = 6;
constexpr double least_share = 0.02;
constexpr std::size_t most_known = 20000;

/// Adds up the shares of equal words.
class Ballot {
 public:
  Ballot(Analyzer& analyzer, AnalyzedText& buffer) : analyzer_(analyzer), buffer_(buffer) {}

  void vote(const std::string& text, double share) {
    const WordKey key = key_of(text, analyzer_, buffer_);
    if (key.surface.empty()) return;
    const auto [at, added] = votes_.try_emplace(key.stem, Translation{text, 0});
    at->second.share += share;
    total_ += share;
  }

  /// The likeliest, shares adding up to 1.
  std::vector<Translation> result() const {
    std::vector<Translation> out;
    for (const auto& [key, each] : votes_) out.push_back({each.text, each.share / total_});
    std::stable_sort(out.begin(), out.end(),
                     [](const Translation& a, const Translation& b) { return a.share > b.share; });
    if (out.size() > most_translations) out.resize(most_translations);
    std::erase_if(out, [](const Translation& each) { return each.share < least_share; });
    double kept = 0;
    for (const Translation& each : out) kept += each.share;
    for (Translation& each : out) each.share /= kept;
    return out;
  }

 private:
  Analyzer& analyzer_;
  AnalyzedText& buffer_;
  std::map<std::string, Translation> votes_;
  double total_ = 0;
};

}  // namespace

fs::path dictionaries_folder(const std::string& state) {
  return fs::path(state) / "dictionaries";
}

std::vector<fs::path> dictionary_files(const std::string& state) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(dictionaries_folder(state), error))
    if (entry.path().extension() == ".dict") files.push_back(entry.path());
  if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
    throw Error(ErrorCode::io, dictionaries_folder(state).string() + ": " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

Dictionaries::Dictionaries(const std::vector<std::string>& states) {
  std::set<std::string> languages;
  for (const std::string& state : states) {
    for (const fs::path& file : dictionary_files(state)) {
      const DictionaryInfo& info = dictionaries_.emplace_back(file).info();
      languages.insert({info.from, info.to});
    }
  }
  languages_.assign(languages.begin(), languages.end());
}

Analyzer& Dictionaries::analyzer(const std::string& language) {
  const auto known = analyzers_.find(language);
  return known != analyzers_.end() ? known->second : analyzers_.try_emplace(language, language).first->second;
}

bool Dictionaries::has_pair(const std::string& from, const std::string& to) const {
  return std::any_of(dictionaries_.begin(), dictionaries_.end(), [&](const Dictionary& each) {
    const DictionaryInfo& info = each.info();
    return (info.from == from && info.to == to) || (info.from == to && info.to == from);
  });
}

std::vector<std::string> Dictionaries::sources(const std::string& to) const {
  std::vector<std::string> out;
  for (const std::string& from : languages_) {
    if (from == to) continue;
    const bool reachable = has_pair(from, to) ||
                           std::any_of(languages_.begin(), languages_.end(), [&](const std::string& pivot) {
                             return has_pair(from, pivot) && has_pair(pivot, to);
                           });
    if (reachable) out.push_back(from);
  }
  return out;
}

std::vector<Translation> Dictionaries::direct(const WordKey& key, const std::string& from,
                                              const std::string& to) {
  Ballot ballot(analyzer(to), buffer_);
  for (Dictionary& each : dictionaries_) {
    const bool forward = each.info().from == from && each.info().to == to;
    const bool backward = each.info().from == to && each.info().to == from;
    if (!forward && !backward) continue;
    const auto direction = forward ? Dictionary::Direction::forward : Dictionary::Direction::backward;
    const std::vector<DictionaryEntry> entries = each.find(key, direction);
    double total = 0;
    for (const DictionaryEntry& entry : entries)
      for (const Translation& found : entry.translations) total += found.share;
    for (const DictionaryEntry& entry : entries)
      for (const Translation& found : entry.translations) ballot.vote(found.text, found.share / total);
  }
  return ballot.result();
}

std::vector<Translation> Dictionaries::through(const WordKey& key, const std::string& from,
                                               const std::string& to) {
  Ballot ballot(analyzer(to), buffer_);
  for (const std::string& pivot : languages_) {
    if (pivot == from || pivot == to || !has_pair(from, pivot) || !has_pair(pivot, to)) continue;
    std::vector<Translation> words = direct(key, from, pivot);
    if (words.size() > most_pivots) words.resize(most_pivots);
    for (const Translation& word : words) {
      const WordKey pivot_key = key_of(word.text, analyzer(pivot), buffer_);
      for (const Translation& found : direct(pivot_key, pivot, to))
        ballot.vote(found.text, word.share * found.share);
    }
  }
  return ballot.result();
}

const std::vector<Translation>& Dictionaries::translations(const WordKey& key, const std::string& from,
                                                           const std::string& to) {
  if (known_.size() > most_known) known_.clear();
  const auto [at, added] = known_.try_emplace({from, to, key});
  if (!added) return at->second;
  try {
    std::vector<Translation> found = direct(key, from, to);
    if (found.empty()) found = through(key, from, to);
    at->second = std::move(found);
  } catch (...) {
    known_.erase(at);
    throw;
  }
  return at->second;
}

WordKey Dictionaries::key(std::string_view text, const std::string& language) {
  return key_of(text, analyzer(language), buffer_);
}

std::vector<WordKey> Dictionaries::parts(std::string_view text, const std::string& language) {
  analyzer(language).analyze(text, buffer_);
  std::vector<WordKey> keys;
  if (buffer_.positions() != 1) return keys;
  for (const Token& token : buffer_.tokens()) {
    if (token.kind == TokenKind::compound_part)
      keys.push_back({std::string(token.surface), {}, std::string(token.stem)});
  }
  return keys;
}

bool Dictionaries::knows(const WordKey& key, const std::string& from) {
  return std::any_of(dictionaries_.begin(), dictionaries_.end(), [&](Dictionary& each) {
    if (each.info().from == from && !each.find(key, Dictionary::Direction::forward).empty()) return true;
    return each.info().to == from && !each.find(key, Dictionary::Direction::backward).empty();
  });
}

}  // namespace nsearch::searcher
