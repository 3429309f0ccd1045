// SPDX-License-Identifier: GPL-2.0-or-later
// The sorted runs that the direct builder keeps on file: read by ranges of terms, and merged into fewer.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "builder/direct/reduce_runs.h"
#include "builder/direct/run_merge.h"
#include "builder/direct/run_part.h"
#include "builder/direct/run_store.h"
#include "builder/glass/encoding.h"
#include "support.h"

namespace direct = nsearch::indexer::direct;
namespace glass = nsearch::indexer::glass;
using nsearch::indexer::DocumentPostings;

namespace {

/// A document that has these terms, each with so many positions.
DocumentPostings document_of(const std::vector<std::string>& terms, std::uint32_t positions) {
  DocumentPostings document;
  std::mt19937 random(5);
  for (std::uint32_t i = 0, at = 0; i < positions; ++i)
    document.position_list.push_back(at += 1 + random() % 10'000);
  for (const std::string& term : terms) {
    const auto begin = static_cast<std::uint32_t>(document.term_bytes.size());
    document.terms.push_back({begin, static_cast<std::uint32_t>(term.size()), 1, 0, positions});
    document.term_bytes += term;
  }
  return document;
}

void add_run(direct::RunStore& store, std::uint32_t number, const DocumentPostings& document) {
  direct::RunPartBuilder builder;
  builder.begin(0, number);
  builder.append(document);
  store.add(static_cast<direct::RunPart&>(*builder.finish()).postings);
}

std::vector<std::string> terms_in(const direct::RunStore& store, const std::string& from,
                                  const std::string* to) {
  std::vector<std::string> terms;
  for (direct::RunMerge merge(store.runs(), from, to, 1 << 20); merge.next();)
    terms.emplace_back(merge.term());
  return terms;
}

/// Calls `take` with the document and the bytes of each posting of the term at hand, without gaps.
template <typename Take>
void for_each_posting(direct::RunMerge& merge, const Take& take) {
  merge.for_each_reader([&](direct::RunReader& run) {
    const std::string_view bytes = run.postings(0, static_cast<std::size_t>(run.head().posting_bytes));
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (std::uint32_t document = run.head().list.first;;) {
      const char* const begin = at;
      const bool has_positions = glass::take_varint(at) % 2 != 0;
      if (has_positions) at += glass::take_varint(at);
      take(document, std::string_view(begin, static_cast<std::size_t>(at - begin)));
      if (at >= end) break;
      document += static_cast<std::uint32_t>(glass::take_varint(at)) + 1;
    }
  });
}

std::vector<std::uint32_t> documents_of(direct::RunMerge& merge) {
  std::vector<std::uint32_t> documents;
  for_each_posting(merge, [&](std::uint32_t document, std::string_view) { documents.push_back(document); });
  return documents;
}

/// Of all terms.
std::string postings_in(const direct::RunStore& store) {
  std::string all;
  for (direct::RunMerge merge(store.runs(), {}, nullptr, 1 << 20); merge.next();) {
    for_each_posting(merge, [&](std::uint32_t document, std::string_view bytes) {
      all.append(std::to_string(document)) += bytes;
    });
  }
  return all;
}

}  // namespace

TEST_CASE("runs: a range has all its terms, whatever their first bytes have in common") {
  std::vector<std::string> terms;
  for (const char* beginning : {"a", "the same sixteen bytes and more ", "z"})
    for (int i = 1000; i < 1400; ++i) terms.push_back(beginning + std::to_string(i));
  test::TemporaryFolder folder;
  direct::RunStore store(folder / "runs");
  for (const std::uint32_t number : {1u, 2u}) add_run(store, number, document_of(terms, 200));
  REQUIRE(store.runs().front().samples > 10);
  for (std::size_t from = 0; from < terms.size(); from += 90) {
    const auto begin = terms.begin() + static_cast<std::ptrdiff_t>(from);
    CHECK(terms_in(store, terms[from], nullptr) == std::vector<std::string>(begin, terms.end()));
    for (std::size_t size = 1; from + size < terms.size(); size += 70) {
      const auto end = begin + static_cast<std::ptrdiff_t>(size);
      CHECK(terms_in(store, *begin, &*end) == std::vector<std::string>(begin, end));
    }
  }
}

TEST_CASE("runs: gaps of any width between their documents are kept when they are merged") {
  const DocumentPostings document = document_of({"a", "b"}, 0);
  std::vector<std::uint32_t> numbers = {5};
  for (const std::uint32_t width :
       {1u, 127u, 128u, 129u, 130u, 16'384u, 16'385u, 16'386u, 1u << 21, 1u << 28})
    numbers.push_back(numbers.back() + width);
  test::TemporaryFolder folder;
  direct::RunStore store(folder / "runs");
  for (const std::uint32_t number : numbers) add_run(store, number, document);
  reduce_runs(store, 2, {});
  REQUIRE(store.runs().size() == 2);
  direct::RunMerge merge(store.runs(), {}, nullptr, 1 << 20);
  for (const char* term : {"a", "b"}) {
    REQUIRE(merge.next());
    CHECK(merge.term() == term);
    CHECK(merge.head().list.documents == numbers.size());
    CHECK(merge.head().list.occurrences == numbers.size());
    CHECK(merge.head().list.first == numbers.front());
    CHECK(merge.head().last == numbers.back());
    CHECK(documents_of(merge) == numbers);
  }
  CHECK_FALSE(merge.next());
}

TEST_CASE("runs: many bytes are the same when they are merged") {
  std::vector<std::string> terms;
  for (int i = 1000; i < 2500; ++i) terms.push_back("term" + std::to_string(i));
  const DocumentPostings document = document_of(terms, 200);
  test::TemporaryFolder folder;
  direct::RunStore store(folder / "runs");
  const std::vector<std::uint32_t> numbers = {1, 2, 3, 4, 5, 6};
  for (const std::uint32_t number : numbers) add_run(store, number, document);
  const std::string expected = postings_in(store);
  REQUIRE(expected.size() > 2 << 20);
  reduce_runs(store, 2, {});
  REQUIRE(store.runs().size() == 2);
  CHECK((terms_in(store, {}, nullptr) == terms));
  CHECK((postings_in(store) == expected));
}
