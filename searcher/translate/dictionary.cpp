// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/dictionary.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>

#include "analysis/utf8.h"
#include "nsearch/error.h"
#include "storage/field_codec.h"

namespace nsearch::searcher {

using storage::FieldReader;
using storage::FieldWriter;

namespace {

// Kinds of keys: by the forms of a headword (its entries), and by its stems (its forms).
struct Kinds {
  char forms;
  char stems;
};
constexpr Kinds headwords{'w', 's'};
constexpr Kinds translations{'W', 'S'};

constexpr double whole_share = 10000;
constexpr std::size_t most_forms = 12;  ///< of one stem

Kinds kinds(Dictionary::Direction direction) {
  return direction == Dictionary::Direction::forward ? headwords : translations;
}

[[noreturn]] void damaged(const char* what) {
  throw Error(ErrorCode::corrupt, std::string("a dictionary's entry is damaged: ") + what, "import it again");
}

void write_entry(const DictionaryEntry& entry, FieldWriter& out) {
  out.text(entry.headword);
  out.number(entry.translations.size());
  for (const Translation& each : entry.translations) {
    out.text(each.text);
    out.number(static_cast<std::uint64_t>(std::lround(each.share * whole_share)));
  }
}

DictionaryEntry read_entry(FieldReader& in) {
  DictionaryEntry entry;
  entry.headword = in.text();
  for (std::uint64_t left = in.number(); left > 0; --left) {
    Translation each;
    each.text = in.text();
    each.share = static_cast<double>(in.number()) / whole_share;
    entry.translations.push_back(std::move(each));
  }
  return entry;
}

std::string header_of(const DictionaryInfo& info) {
  FieldWriter out;
  for (const std::string& text : {info.name, info.from, info.to}) out.text(text);
  out.number(info.words);
  out.number(info.translations);
  for (const std::string& language : {info.from, info.to}) out.text(analysis_fingerprint(language));
  return out.take();
}

void add_word(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

/// How an entry's headword is written, as a key has it.
std::string exact_form(std::string_view headword, Analyzer& neutral, AnalyzedText& buffer) {
  return key_of(headword, neutral, buffer).exact;
}

}  // namespace

bool begins_with_capital(std::string_view text) {
  return !text.empty() && u_isupper(static_cast<UChar32>(analysis::decode(text, 0).value)) != 0;
}

WordKey key_of(std::string_view text, Analyzer& analyzer, AnalyzedText& buffer) {
  analyzer.analyze(text, buffer);
  WordKey key;
  const auto is_word = [](const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::number;
  };
  const bool all_stop_words = std::all_of(buffer.tokens().begin(), buffer.tokens().end(),
                                          [&](const Token& t) { return !is_word(t) || t.stop_word; });
  key.stop_words = all_stop_words;
  std::size_t words = 0;
  for (const Token& token : buffer.tokens()) {
    if (!is_word(token)) continue;
    if (words == 0 && token.stop_word && !all_stop_words) continue;
    if (++words > most_key_words) return {};
    add_word(key.surface, token.surface);
    add_word(key.exact, token.exact);
    add_word(key.stem, token.stop_word || token.stem.empty() ? token.surface : token.stem);
  }
  return key;
}

Dictionary::Dictionary(const std::filesystem::path& file) : table_(file) {
  FieldReader in(table_.header(), damaged);
  info_.name = in.text();
  info_.from = in.text();
  info_.to = in.text();
  info_.words = in.number();
  info_.translations = in.number();
  info_.bytes = table_.bytes();
  for (const std::string& language : {info_.from, info_.to}) {
    if (in.text() == analysis_fingerprint(language)) continue;
    throw Error(ErrorCode::analysis_changed,
                file.string() + ": this dictionary was imported by another analysis of " + language,
                "import it again: nsearch dictionary import");
  }
}

void Dictionary::entries_of(std::string_view surface, Direction direction,
                            std::vector<DictionaryEntry>& out) {
  const std::optional<std::string> value = table_.find(kinds(direction).forms + std::string(surface));
  if (!value) return;
  FieldReader in(*value, damaged);
  while (!in.at_end()) out.push_back(read_entry(in));
}

std::vector<DictionaryEntry> Dictionary::find(const WordKey& key, Direction direction) {
  std::vector<DictionaryEntry> found;
  if (key.surface.empty()) return found;
  const auto no_name = [&](const DictionaryEntry& entry) {
    return key.name && !begins_with_capital(entry.headword);
  };
  entries_of(key.surface, direction, found);
  std::erase_if(found, no_name);
  if (!found.empty() && !key.exact.empty()) {
    Analyzer neutral("und");
    AnalyzedText buffer;
    const auto others = std::stable_partition(found.begin(), found.end(), [&](const DictionaryEntry& entry) {
      return (" " + exact_form(entry.headword, neutral, buffer)).ends_with(" " + key.exact);
    });
    if (others != found.begin()) found.erase(others, found.end());
  }
  if (!found.empty() || key.stem.empty()) return found;
  const std::optional<std::string> forms = table_.find(kinds(direction).stems + key.stem);
  if (!forms) return found;
  FieldReader in(*forms, damaged);
  for (std::size_t count = 0; !in.at_end() && count < most_forms; ++count)
    entries_of(in.text(), direction, found);
  std::erase_if(found, no_name);
  return found;
}

DictionaryBuilder::DictionaryBuilder(DictionaryInfo& info) : info_(info), from_(info.from), to_(info.to) {}

bool DictionaryBuilder::add(const DictionaryEntry& entry) {
  const WordKey key = key_of(entry.headword, from_, buffer_);
  if (key.surface.empty() || entry.translations.empty()) return false;
  const auto add_line = [&](Kinds kinds, const WordKey& at, const DictionaryEntry& what) {
    FieldWriter value, form;
    write_entry(what, value);
    form.text(at.surface);
    lines_.push_back({kinds.forms + at.surface, value.take()});
    lines_.push_back({kinds.stems + at.stem, form.take()});
  };
  add_line(headwords, key, entry);
  for (const Translation& each : entry.translations) {
    const WordKey back = key_of(each.text, to_, buffer_);
    if (!back.surface.empty()) add_line(translations, back, {each.text, {{entry.headword, each.share}}});
  }
  ++info_.words;
  info_.translations += entry.translations.size();
  return true;
}

std::string DictionaryBuilder::finish() {
  std::sort(lines_.begin(), lines_.end());
  TableWriter table(header_of(info_));
  for (std::size_t begin = 0, end = 0; begin < lines_.size(); begin = end) {
    std::string value;
    for (; end < lines_.size() && lines_[end].key == lines_[begin].key; ++end)
      if (end == begin || lines_[end].value != lines_[end - 1].value) value += lines_[end].value;
    table.add(lines_[begin].key, value);
  }
  return table.finish();
}

}  // namespace nsearch::searcher
