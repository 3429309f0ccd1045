// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/entry.h"

#include <algorithm>

#include "analysis/utf8.h"

namespace nsearch::searcher {

namespace {

constexpr std::size_t longest_text = 120;  // bytes
constexpr std::size_t most_translations = 100;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

char closing(char opening) {
  switch (opening) {
    case '(':
      return ')';
    case '[':
      return ']';
    case '<':
      return '>';
    case '{':
      return '}';
    default:
      return 0;
  }
}

/// Without what stands in brackets, blanks single.
std::string without_brackets(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const char close = closing(text[at]); close != 0) {
      const std::size_t end = text.find(close, at);
      if (end == text.npos) break;
      at = end;
      continue;
    }
    const bool blank = text[at] == ' ' || text[at] == '\t';
    if (!blank) {
      out += text[at];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// The number of a sense ("2.") at the end of a line whose sense stands on the next one.
std::string_view without_last_number(std::string_view line) {
  if (!line.ends_with('.')) return line;
  std::size_t at = line.size() - 1;
  while (at > 0 && is_digit(line[at - 1])) --at;
  return at < line.size() - 1 && at > 0 && line[at - 1] == ' ' ? trimmed(line.substr(0, at)) : line;
}

/// Takes "12. " off the beginning of a line.
bool take_number(std::string_view& line) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  if (at == 0 || at > 3 || at >= line.size() || line[at] != '.') return false;
  if (at + 1 < line.size() && line[at + 1] != ' ') return false;
  line = trimmed(line.substr(at + 1));
  return true;
}

/// "see: {...}", "Synonym: {...}", "Note: railway", and examples in quotes.
bool is_note(std::string_view line) {
  if (line.starts_with('"') || line.starts_with('{')) return true;
  std::size_t at = 0;
  while (at < line.size() && is_letter(line[at])) ++at;
  return at > 0 && at + 1 < line.size() && line[at] == ':' && line[at + 1] == ' ';
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> texts;
  std::size_t begin = 0, at = 0;
  const auto add = [&](std::size_t end) {
    std::string text = without_brackets(line.substr(begin, end - begin));
    if (text.size() <= longest_text && std::any_of(text.begin(), text.end(), is_letter) &&
        texts.size() < most_translations)
      texts.push_back(std::move(text));
    begin = end + 1;
  };
  for (; at < line.size(); ++at) {
    if (const char close = closing(line[at]); close != 0) {
      const std::size_t end = line.find(close, at);
      if (end != line.npos) at = end;
    } else if (line[at] == ',' || line[at] == ';' || line[at] == '|') {
      add(at);
    }
  }
  add(line.size());
  return texts;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (is_letter(c) || is_digit(c)) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// The headword of the first line, if that is what it holds.
std::string headword_of(std::string_view line) {
  std::size_t end = line.size();
  for (const std::string_view mark : {" /", " <", " ["}) end = std::min(end, line.find(mark));
  return std::string(trimmed(line.substr(0, end)));
}

void set_shares(const std::vector<std::vector<std::string>>& senses, DictionaryEntry& entry) {
  for (const std::vector<std::string>& sense : senses) {
    const double share = 1.0 / static_cast<double>(senses.size() * sense.size());
    for (const std::string& text : sense) {
      const auto known = std::find_if(entry.translations.begin(), entry.translations.end(),
                                      [&](const auto& other) { return other.text == text; });
      if (known != entry.translations.end()) {
        known->share += share;
      } else {
        entry.translations.push_back({text, share});
      }
    }
  }
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Decoded next = analysis::decode(text, at);
    if (next.value == analysis::malformed) return false;
    at += next.length;
  }
  return true;
}

DictionaryEntry parse_dictd_entry(std::string_view text, std::string_view key) {
  DictionaryEntry entry;
  std::string_view rest = text;
  entry.headword = headword_of(next_line(rest));
  // Other programs write other first lines; the index folds letters beyond ASCII too, so only those are compared.
  const std::string found = letters_of(entry.headword);
  if (found.size() > longest_text || found.size() < letters_of(key).size() / 2 || found.empty())
    entry.headword = key;
  std::vector<std::vector<std::string>> senses;
  bool open = true;  // the sense's translations are still to come
  while (!rest.empty()) {
    std::string_view line = without_last_number(trimmed(next_line(rest)));
    if (line.empty()) continue;
    if (take_number(line)) open = true;
    if (line.empty() || !open || is_note(line)) continue;
    std::vector<std::string> sense = split(line);
    if (sense.empty()) continue;
    senses.push_back(std::move(sense));
    open = false;
  }
  set_shares(senses, entry);
  return entry;
}

bool parse_tsv_entry(std::string_view line, DictionaryEntry& entry, std::string& problem) {
  entry = {};
  const std::size_t tab = line.find('\t');
  if (!is_utf8(line)) {
    problem = "these bytes are no UTF-8";
  } else if (tab == line.npos) {
    problem = "no tab";
  } else {
    entry.headword = trimmed(line.substr(0, tab));
    std::vector<std::string> texts;
    std::string_view rest = line.substr(tab + 1);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      const std::string_view text = trimmed(rest.substr(0, end));
      if (!text.empty() && text.size() <= longest_text && texts.size() < most_translations)
        texts.emplace_back(text);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (entry.headword.empty() || entry.headword.size() > longest_text) problem = "no word before the tab";
    if (texts.empty()) problem = "no translation behind the tab";
    if (problem.empty()) set_shares({texts}, entry);
  }
  return problem.empty();
}

}  // namespace nsearch::searcher
