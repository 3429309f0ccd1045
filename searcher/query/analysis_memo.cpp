// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/analysis_memo.h"

#include <xxhash.h>

#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace nsearch::searcher {

namespace {

/// The bytes: a digest of the rest (8), then for each entry its key and its words. A number is 4 bytes, as this machine has
/// them; a text its length and its bytes; a list its length and its members.
class Writer {
 public:
  void number(std::size_t value) {
    const auto narrow = static_cast<std::uint32_t>(value);
    char raw[sizeof narrow];
    std::memcpy(raw, &narrow, sizeof narrow);
    bytes.append(raw, sizeof raw);
  }
  void text(const std::string& value) {
    number(value.size());
    bytes += value;
  }
  template <typename List, typename Each>
  void list(const List& values, Each each) {
    number(values.size());
    for (const auto& value : values) each(value);
  }
  std::string bytes;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  bool done() const { return rest_.empty(); }
  std::size_t number() {
    std::uint32_t value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(number())); }
  template <typename List, typename Each>
  void list(List& values, Each each) {
    const std::size_t size = number();
    if (size > rest_.size()) throw std::out_of_range("a list");
    values.reserve(size);
    for (std::size_t i = 0; i < size; ++i) values.push_back(each());
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw std::out_of_range("the end");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::string_view rest_;
};

void write(const WordForms& word, Writer& out) {
  const auto pair = [&](const auto& entry) {
    out.text(entry.first);
    out.text(entry.second);
  };
  const auto text = [&](const std::string& value) { out.text(value); };
  for (const std::string* form : {&word.typed, &word.surface, &word.exact}) out.text(*form);
  out.number((word.number ? 1 : 0) + (word.capitals ? 2 : 0));
  out.list(word.stems, pair);
  out.list(word.parts, [&](const auto& parts) {
    out.text(parts.first);
    out.list(parts.second, text);
  });
  out.list(word.stop_in, text);
  out.list(word.accented, pair);
}

WordForms read_word(Reader& in) {
  const auto pair = [&] {
    std::string first = in.text();
    return std::pair(std::move(first), in.text());
  };
  const auto text = [&] { return in.text(); };
  WordForms word;
  for (std::string* form : {&word.typed, &word.surface, &word.exact}) *form = in.text();
  const std::size_t flags = in.number();
  word.number = (flags & 1) != 0;
  word.capitals = (flags & 2) != 0;
  in.list(word.stems, pair);
  in.list(word.parts, [&] {
    std::pair<std::string, std::vector<std::string>> parts;
    parts.first = in.text();
    in.list(parts.second, text);
    return parts;
  });
  in.list(word.stop_in, text);
  in.list(word.accented, pair);
  return word;
}

std::string digest(std::string_view bytes) {
  const XXH64_hash_t hash = XXH3_64bits(bytes.data(), bytes.size());
  char raw[sizeof hash];
  std::memcpy(raw, &hash, sizeof hash);
  return {raw, sizeof raw};
}

}  // namespace

const AnalysedWords& AnalysisMemo::analyse_words(std::string_view text,
                                                 const std::vector<Analyzer*>& analyzers, Analyzer& neutral) {
  key_.clear();
  for (const Analyzer* analyzer : analyzers) key_.append(analyzer->language()) += ' ';
  key_.append(text);
  auto known = known_.find(key_);
  if (known == known_.end()) {
    known = known_.emplace(key_, Entry{searcher::analyse_words(text, analyzers, neutral)}).first;
    added_ = true;
  }
  asked_for_ += known->second.asked_for ? 0 : 1;
  known->second.asked_for = true;
  return known->second.words;
}

std::string AnalysisMemo::write(bool only_asked_for) const {
  Writer out;
  for (const auto& [key, entry] : known_) {
    if (only_asked_for && !entry.asked_for) continue;
    out.text(key);
    out.text(entry.words.joined);
    out.list(entry.words.words, [&](const WordForms& word) { searcher::write(word, out); });
  }
  return digest(out.bytes) + out.bytes;
}

void AnalysisMemo::read(std::string_view bytes) {
  known_.clear();
  asked_for_ = 0;
  added_ = false;
  constexpr std::size_t head = sizeof(XXH64_hash_t);
  if (bytes.size() < head || digest(bytes.substr(head)) != bytes.substr(0, head)) return;
  try {
    for (Reader in(bytes.substr(head)); !in.done();) {
      std::string key = in.text();
      Entry entry;
      entry.words.joined = in.text();
      in.list(entry.words.words, [&] { return read_word(in); });
      known_.emplace(std::move(key), std::move(entry));
    }
  } catch (const std::out_of_range&) {
    known_.clear();
  }
}

AnalysedWords analysed_by(AnalysisMemo* memo, std::string_view text, const std::vector<Analyzer*>& analyzers,
                          Analyzer& neutral) {
  return memo ? memo->analyse_words(text, analyzers, neutral) : analyse_words(text, analyzers, neutral);
}

}  // namespace nsearch::searcher
