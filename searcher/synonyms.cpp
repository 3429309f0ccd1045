// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/synonyms.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "analysis/utf8.h"
#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "storage/file_sync.h"
#include "storage/index_directory.h"

namespace nsearch {

namespace {

constexpr std::size_t most_words = 8;
constexpr std::string_view blank = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

/// Without a comment: # at the beginning, or after a space (C# is a word).
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != line.npos; at = line.find('#', at + 1)) {
    if (at == 0 || blank.find(line[at - 1]) != blank.npos) return line.substr(0, at);
  }
  return line;
}

bool well_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Decoded next = analysis::decode(text, at);
    if (next.value == analysis::malformed) return false;
    at += next.length;
  }
  return true;
}

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad())
    throw Error(ErrorCode::io, path + ": " + std::strerror(errno), "check the path and its permissions");
  return text;
}

}  // namespace

struct Synonyms::Table {
  struct Member {
    std::string words;  ///< folded
    std::string text;   ///< as written
  };

  std::vector<std::vector<Member>> groups;
  std::map<std::string, std::vector<std::size_t>> by_words;
  std::size_t longest = 0;

  void add_text(std::string_view text, const std::string& name);
  void add_line(std::string_view line, const std::string& place, Analyzer& neutral);
  Member member(std::string_view text, const std::string& place, Analyzer& neutral);
};

Synonyms::Table::Member Synonyms::Table::member(std::string_view text, const std::string& place,
                                                Analyzer& neutral) {
  AnalyzedText analysed;
  neutral.analyze(text, analysed);
  Member member{{}, std::string(text)};
  for (const Token& token : analysed.tokens()) {
    if (token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
    member.words.append(member.words.empty() ? "" : " ").append(token.surface);
  }
  if (member.words.empty())
    throw Error(ErrorCode::usage, place + ": “" + member.text + "” holds no word",
                "write: VS = United States");
  if (analysed.positions() > most_words)
    throw Error(ErrorCode::usage, place + ": “" + member.text + "” has more than 8 words", "shorten it");
  longest = std::max<std::size_t>(longest, analysed.positions());
  return member;
}

void Synonyms::Table::add_line(std::string_view line, const std::string& place, Analyzer& neutral) {
  if (!well_formed(line))
    throw Error(ErrorCode::usage, place + ": these bytes are no UTF-8", "save the file as UTF-8");
  line = trimmed(without_comment(line));
  if (line.empty()) return;
  if (line.find('=') == line.npos)
    throw Error(ErrorCode::usage, place + ": no equals sign", "write: VS = United States");
  std::vector<Member> group;
  while (true) {
    const std::size_t equals = std::min(line.find('='), line.size());
    group.push_back(member(trimmed(line.substr(0, equals)), place, neutral));
    if (equals == line.size()) break;
    line.remove_prefix(equals + 1);
  }
  for (const Member& m : group) {
    std::vector<std::size_t>& in = by_words[m.words];
    if (in.empty() || in.back() != groups.size()) in.push_back(groups.size());
  }
  groups.push_back(std::move(group));
}

void Synonyms::Table::add_text(std::string_view text, const std::string& name) {
  Analyzer neutral("und");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    add_line(text.substr(0, end), name + ", line " + std::to_string(number), neutral);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Synonyms::Synonyms(std::unique_ptr<const Table> table) : table_(std::move(table)) {}
Synonyms::~Synonyms() = default;

std::shared_ptr<const Synonyms> Synonyms::parse(std::string_view text, const std::string& name) {
  auto table = std::make_unique<Table>();
  table->add_text(text, name);
  return std::shared_ptr<const Synonyms>(new Synonyms(std::move(table)));
}

std::shared_ptr<const Synonyms> Synonyms::load(const std::vector<std::string>& paths) {
  auto table = std::make_unique<Table>();
  for (const std::string& path : paths) table->add_text(read_whole(path), path);
  return std::shared_ptr<const Synonyms>(new Synonyms(std::move(table)));
}

std::size_t Synonyms::groups() const noexcept {
  return table_->groups.size();
}

std::size_t Synonyms::longest() const noexcept {
  return table_->longest;
}

std::vector<std::string> Synonyms::of(const std::string& words) const {
  std::vector<std::string> others;
  const auto known = table_->by_words.find(words);
  if (known == table_->by_words.end()) return others;
  std::vector<std::string> seen{words};
  for (const std::size_t group : known->second) {
    for (const Table::Member& member : table_->groups[group]) {
      if (std::find(seen.begin(), seen.end(), member.words) != seen.end()) continue;
      seen.push_back(member.words);
      others.push_back(member.text);
    }
  }
  return others;
}

std::string synonyms_path(const std::string& index) {
  return (std::filesystem::path(index) / "synonyms.txt").string();
}

void keep_synonyms(const std::string& index, const std::string& from) {
  const std::string text = read_whole(from);
  Synonyms::parse(text, from);
  if (!IndexDirectory(index).exists())
    throw Error(ErrorCode::no_index, index + ": no index here",
                "make one: nsearch index PATH... --index " + index);
  storage::replace_file(synonyms_path(index), text);
}

}  // namespace nsearch
