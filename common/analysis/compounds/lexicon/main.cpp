// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <stdexcept>

#include "analysis/compounds/compound_model.h"
#include "analysis/compounds/lexicon/part_counts.h"
#include "analysis/compounds/lexicon/rules.h"

/// Makes the lexicon of a compound splitter, as a C++ source, from a dictionary (a word a line, UTF-8) and
/// the rules of the language: compound_lexicon NAME DICTIONARY RULES OUTPUT. Equal inputs make equal outputs.
namespace nsearch::analysis {
namespace {

/// The first letter small where it is a capital, which in German most parts have.
std::string small(std::string line) {
  if (line.empty()) return line;
  if (line[0] >= 'A' && line[0] <= 'Z') {
    line[0] = static_cast<char>(line[0] | 0x20);
  } else if (line[0] == '\xC3' && line.size() > 1 && (line[1] & 0xE0) == 0x80) {  // À to Þ
    line[1] = static_cast<char>(line[1] | 0x20);
  }
  return line;
}

/// The dictionary's words in small letters: names (where nouns have no capitals), abbreviations, words with
/// hyphens are no parts.
std::vector<std::string> read_words(const std::string& path, const Rules& rules) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": can't be read");
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);)
    if (std::string word = plain(rules.capitals ? small(line) : line);
        word.size() >= shortest_part && word.size() <= longest_compound)
      words.push_back(std::move(word));
  for (const std::string& word : rules.short_parts) words.push_back(word);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

struct Entry {
  std::uint8_t first = no_cost, last = no_cost;
  bool whole = false;
};
using Entries = std::map<std::string, Entry>;

std::uint8_t cost(double count, double sum) {
  return static_cast<std::uint8_t>(
      std::clamp(std::lround(cost_unit * std::log2(sum / count)), 0L, no_cost - 1L));
}

Entries make_entries(const DictionaryParts& parts, const Rules& rules) {
  const auto& counts = parts.counts;
  double first_sum = 0, last_sum = 0;
  for (const auto& [word, count] : counts) {
    first_sum += count.first;
    last_sum += count.last;
  }
  Entries entries;
  const auto add = [&](const std::string& word, const PartCount& count) {
    Entry& entry = entries[word];
    if (count.first > 0 && !rules.never_first.contains(word)) entry.first = cost(count.first, first_sum);
    if (count.last > 0 && !rules.never_last.contains(word)) entry.last = cost(count.last, last_sum);
  };
  for (const auto& [word, count] : counts) add(word, count);
  const auto add_further = [&](const TextNumbers& further, bool ends) {
    for (const auto& [word, number] : further) {
      const auto counted = counts.find(word);
      const PartCount count = counted == counts.end() ? PartCount{} : counted->second;
      add(word,
          {std::max<double>(count.first, number), ends ? std::max<double>(count.last, number) : count.last});
    }
  };
  add_further(rules.further, true);
  add_further(rules.further_first, false);
  for (const std::string& word : rules.whole) entries[word].whole = true;
  for (const std::string& word : parts.derived) entries[word].whole = true;
  return entries;
}

std::uint32_t hash_of(const std::string& word) {
  std::uint32_t hash = hash_seed;
  for (const char letter : word) hash = hash_step(hash, letter);
  return hash_end(hash);
}

class Writer {
 public:
  Writer(const Entries& entries, const Rules& rules) : rules_(rules) {
    while (slots_.size() < 2 * entries.size()) slots_.resize(2 * slots_.size());
    for (const auto& [word, entry] : entries) add(word, entry);
    if (bytes_.size() >> CompoundLexicon::offset_bits != 0)
      throw std::runtime_error("the lexicon is too large");
  }

  void write(const std::string& name, std::FILE* out) const {
    std::fputs(
        "// Made by common/analysis/compounds/lexicon.\n#include \"analysis/compounds/lexicons.h\"\n\n"
        "namespace nsearch::analysis {\nnamespace {\n\nconstexpr std::uint32_t slots[] = {",
        out);
    for (std::size_t i = 0; i < slots_.size(); ++i)
      std::fprintf(out, "%s%u,", i % 16 == 0 ? "\n" : "", slots_[i]);
    std::fputs("};\nconstexpr unsigned char entries[] = {", out);
    for (std::size_t i = 0; i < bytes_.size(); ++i)
      std::fprintf(out, "%s%u,", i % 32 == 0 ? "\n" : "", bytes_[i]);
    std::fputs("};\nconstexpr Linker linkers[] = {", out);
    for (const Rules::NamedLinker& linker : rules_.linkers)
      std::fprintf(out, "{\"%s\", %d}, ", linker.letters.c_str(), linker.cost * cost_unit);
    std::fprintf(out,
                 "};\n\n}  // namespace\n\nconst CompoundLexicon %s_compound_lexicon = {slots, %zuU, "
                 "entries, linkers, "
                 "%zuU, %d, \"%016llx\"};\n\n}  // namespace nsearch::analysis\n",
                 name.c_str(), slots_.size() - 1, rules_.linkers.size(), rules_.lexicalised * cost_unit,
                 static_cast<unsigned long long>(digest()));
  }

 private:
  void add(const std::string& word, const Entry& entry) {
    const std::uint32_t hash = hash_of(word);
    const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
    std::uint32_t slot = hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    const std::uint32_t tag = hash >> CompoundLexicon::offset_bits << CompoundLexicon::offset_bits;
    slots_[slot] = tag | (static_cast<std::uint32_t>(bytes_.size()) + 1);
    bytes_.push_back(
        static_cast<unsigned char>(word.size() | (entry.whole ? CompoundLexicon::whole_flag : 0U)));
    bytes_.push_back(entry.first);
    bytes_.push_back(entry.last);
    bytes_.insert(bytes_.end(), word.begin(), word.end());
  }

  /// Of what is written: FNV-1a, 64 bits.
  std::uint64_t digest() const {
    std::uint64_t hash = 14695981039346656037U;
    const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211U; };
    for (const unsigned char byte : bytes_) add(byte);
    for (const Rules::NamedLinker& linker : rules_.linkers) {
      for (const char letter : linker.letters) add(static_cast<unsigned char>(letter));
      add(static_cast<unsigned char>(linker.cost));
    }
    add(static_cast<unsigned char>(rules_.lexicalised));
    return hash;
  }

  const Rules& rules_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);
  std::vector<unsigned char> bytes_;
};

void make(const char* name, const char* dictionary, const char* rules_path, const char* output) {
  const Rules rules = read_rules(rules_path);
  const Writer writer(make_entries(count_parts(read_words(dictionary, rules), rules), rules), rules);
  std::FILE* out = std::fopen(output, "w");
  if (out == nullptr) throw std::runtime_error(std::string(output) + ": can't be written");
  writer.write(name, out);
  if (std::fclose(out) != 0) throw std::runtime_error(std::string(output) + ": can't be written");
}

}  // namespace
}  // namespace nsearch::analysis

int main(int count, char** arguments) {
  if (count != 5) {
    std::fputs("usage: compound_lexicon NAME DICTIONARY RULES OUTPUT\n", stderr);
    return 2;
  }
  try {
    nsearch::analysis::make(arguments[1], arguments[2], arguments[3], arguments[4]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "compound_lexicon: %s\n", error.what());
    return 1;
  }
  return 0;
}
