// SPDX-License-Identifier: GPL-2.0-or-later
// make_tables WORDS_DIR OUTPUT.cpp: compiles the word lists of language identification into
// evidence_tables.h's arrays. Runs at build time, on the machine that builds.
#include <cmath>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "detection/evidence_tables.h"
#include "detection/listed_word_table.h"
#include "detection/make_tables/letter_model.h"
#include "detection/token_scanner.h"

using namespace nsearch::detection;

namespace {

std::string read_list(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path.string() + ": can't be read");
  std::string words;
  for (std::string line; std::getline(in, line);)
    if (line.empty() || line.front() != '#') words += line + '\n';
  return words;
}

std::uint8_t cost_of(double probability) {
  return static_cast<std::uint8_t>(std::lround(std::min(255.0, -std::log(probability) * kCostsPerNat)));
}

Costs costs_of(const LetterModel::Row& row) {
  Costs costs{};
  for (std::size_t i = 0; i < row.size(); ++i) costs[i] = cost_of(row[i]);
  return costs;
}

// Zipf's law; the divisor makes the first thousand ranks add up to about one.
double frequency_at(std::size_t rank) {
  return 1.0 / ((static_cast<double>(rank) + 2.7) * 6.5);
}

void add_word(std::vector<WordSlot>& slots, std::size_t language, std::span<const Letter> word,
              std::size_t rank) {
  const std::uint32_t hash = hash_of(word);
  std::size_t at = hash % kWordSlots;
  for (; slots[at].hash != 0; at = (at + 1) % kWordSlots)
    if (slots[at].hash == hash && slots[at].language == language) return;
  slots[at] = {hash, static_cast<std::uint8_t>(language), cost_of(frequency_at(rank))};
}

void add_listed(std::vector<ListedWordSlot>& slots, std::size_t language, std::span<const Letter> word) {
  if (word.size() > kLongestListed) throw std::runtime_error("a listed word is too long");
  const std::uint64_t hash = listed_word_hash(letters_of(word));
  std::size_t at = hash % kListedWordSlots;
  while (slots[at].lists != 0 && slots[at].tag != tag_of(hash)) at = (at + 1) % kListedWordSlots;
  slots[at].tag = tag_of(hash);
  slots[at].lists = static_cast<std::uint16_t>(slots[at].lists | 1U << language);
}

struct Tables {
  LetterModel letters;
  std::vector<WordSlot> words = std::vector<WordSlot>(kWordSlots);
  std::vector<ListedWordSlot> listed = std::vector<ListedWordSlot>(kListedWordSlots);
};

Tables learn(const std::filesystem::path& folder) {
  Tables tables;
  std::size_t all = 0;
  for (std::size_t language = 0; language < kEvidenceLanguages; ++language) {
    const std::string text = read_list(folder / (std::string(kEvidenceCodes[language]) + ".txt"));
    TokenScanner scanner(text);
    Token token;
    for (std::size_t rank = 0; scanner.next(token); ++rank, ++all) {
      tables.letters.learn(language, token.view());
      add_word(tables.words, language, token.view(), rank);
      add_listed(tables.listed, language, token.view());
    }
  }
  if (all * 2 > kWordSlots) throw std::runtime_error("kWordSlots is too small for the word lists");
  return tables;
}

void write(std::ostream& out, const Costs& costs) {
  out << "{{";
  for (const unsigned cost : costs) out << cost << ',';
  out << "}},\n";
}

void write_letters(std::ostream& out, const LetterModel& letters) {
  std::ostringstream rows;
  std::uint32_t row = 0;
  out << "const std::array<TripleIndex, kLetterPairs> kTripleIndex = {{\n";
  for (std::size_t pair = 0; pair < kLetterPairs; ++pair) {
    std::uint64_t followers = 0;
    const std::uint32_t first = row;
    for (Letter c = 0; c < kLetters; ++c) {
      if (!letters.seen(pair, c)) continue;
      followers |= std::uint64_t{1} << c;
      write(rows, costs_of(letters.triple(pair, c)));
      ++row;
    }
    out << '{' << followers << "U," << first << "U},\n";
  }
  out << "}};\nstatic const Costs kRows[] = {\n"
      << rows.str() << "};\nconst std::span<const Costs> kTripleCosts = kRows;\n";
  out << "const std::array<Costs, kLetterPairs> kPairCosts = {{\n";
  for (std::size_t pair = 0; pair < kLetterPairs; ++pair)
    write(out,
          costs_of(letters.pair(static_cast<Letter>(pair / kLetters), static_cast<Letter>(pair % kLetters))));
  out << "}};\nconst std::array<Costs, kLetterPairs> kContextCosts = {{\n";
  for (std::size_t pair = 0; pair < kLetterPairs; ++pair) write(out, costs_of(letters.rest(pair)));
  out << "}};\n";
}

void write_words(std::ostream& out, const std::vector<WordSlot>& slots) {
  out << "const std::array<WordSlot, kWordSlots> kWordTable = {{\n";
  for (const WordSlot& slot : slots)
    out << '{' << slot.hash << "U," << unsigned{slot.language} << ',' << unsigned{slot.cost} << "},\n";
  out << "}};\n";
}

void write_listed(std::ostream& out, const std::vector<ListedWordSlot>& slots) {
  out << "const std::array<ListedWordSlot, kListedWordSlots> kListedWordTable = {{\n";
  for (const ListedWordSlot& slot : slots) out << '{' << slot.tag << "U," << slot.lists << "},\n";
  out << "}};\n";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("usage: make_tables WORDS_DIR OUTPUT.cpp");
  const Tables tables = learn(argv[1]);
  std::ofstream out(argv[2]);
  out << "// Made by make_tables from common/detection/words; edit those.\n"
         "#include \"detection/evidence_tables.h\"\n#include \"detection/listed_word_table.h\"\n\nnamespace "
         "nsearch::detection {\n";
  write_letters(out, tables.letters);
  write_words(out, tables.words);
  write_listed(out, tables.listed);
  out << "}  // namespace nsearch::detection\n";
  out.close();
  if (!out) throw std::runtime_error(std::string(argv[2]) + ": can't be written");
  return 0;
} catch (const std::exception& e) {
  std::cerr << "make_tables: " << e.what() << '\n';
  return 1;
}
