// SPDX-License-Identifier: GPL-2.0-or-later
#include "random_postings.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace test {
namespace {

using nsearch::indexer::DocumentPostings;

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

std::string random_term(std::mt19937& random) {
  static const std::string letters(
      "\0\xff"
      "abZ\xc3\x01\xfe",
      8);
  constexpr std::size_t longest = 245;
  std::string term;
  switch (random() % 8) {
    case 0:
      return std::string(1 + random() % longest, letters[2 + random() % 6]);
    case 1:
      return std::string(longest, 'a');
    case 2:
      return "word" + std::to_string(random() % 5000);
    default:
      break;
  }
  for (std::size_t i = 0, size = 1 + random() % 6; i < size; ++i) term += letters[random() % letters.size()];
  return term;
}

std::set<std::uint32_t> random_positions(std::mt19937& random) {
  static constexpr std::uint32_t ranges[] = {4, 40, 3000, 1u << 31};
  static constexpr std::size_t counts[] = {0, 0, 1, 2, 3, 9, 40, 900};
  const std::uint32_t range = ranges[random() % 4];
  std::set<std::uint32_t> positions;
  const std::size_t count = counts[random() % (random() % 20 == 0 ? 8 : 7)];
  for (std::size_t i = 0; i < count; ++i) positions.insert(random() % range);
  return positions;
}

void add_terms(std::mt19937& random, DocumentPostings& out) {
  std::set<std::string> terms;
  if (random() % 12 != 0) {
    const std::size_t count = random() % 10 == 0 ? 600 : 1 + random() % 40;
    for (std::size_t i = 0; i < count; ++i) terms.insert(random_term(random));
    terms.insert("in every document that has terms");
  }
  bool first = true;
  for (const std::string& term : terms) {
    nsearch::indexer::TermPosting posting;
    posting.begin = static_cast<std::uint32_t>(out.term_bytes.size());
    posting.size = static_cast<std::uint32_t>(term.size());
    posting.hash = nsearch::indexer::term_hash(term);
    out.term_bytes += term;
    const auto choice = random() % 100;
    posting.wdf = choice == 0 ? 3'000'000 : choice < 20 ? 0 : choice < 90 ? 1 : random() % 1000;
    if (first) posting.wdf += 1;  // the checker wants documents with positions to have a length
    first = false;
    posting.first_position = static_cast<std::uint32_t>(out.position_list.size());
    for (std::uint32_t position : random_positions(random)) out.position_list.push_back(position);
    posting.positions = static_cast<std::uint32_t>(out.position_list.size()) - posting.first_position;
    out.terms.push_back(posting);
  }
  std::shuffle(out.terms.begin(), out.terms.end(), random);  // builders take them in any order
}

void add_values(std::mt19937& random, DocumentPostings& out) {
  static constexpr std::uint32_t slots[] = {0, 1, 5, 127, 128, 255, 256, 300, 65'536, 400'000'000};
  std::map<std::uint32_t, std::string> values;
  for (std::uint32_t slot : slots) {
    if (random() % 3 == 0) values[slot] = random_bytes(random, random() % 30 == 0 ? 5000 : 1 + random() % 20);
  }
  out.values.assign(values.begin(), values.end());
}

}  // namespace

DocumentPostings random_postings(std::mt19937& random) {
  DocumentPostings out;
  add_terms(random, out);
  if (random() % 4 != 0) add_values(random, out);
  const auto choice = random() % 10;
  if (choice > 1) out.record = random_bytes(random, choice == 9 ? random() % 30'000 : 1 + random() % 400);
  return out;
}

}  // namespace test
