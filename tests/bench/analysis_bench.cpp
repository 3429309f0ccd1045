// SPDX-License-Identifier: GPL-2.0-or-later
//
// The analysis chain beside ICU's word break iterator alone, on the same text. Texts: FILE.jsonl.gz given by
// the environment as NSEARCH_BENCH_FR and NSEARCH_BENCH_NL, else news of the test data; the values of "body"
// of the first 8 MB are taken.
//
//     build/release/tests/bench/bench_analysis --benchmark_filter=chain
#include <benchmark/benchmark.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <zlib.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "analysis/arena.h"
#include "analysis/chain.h"
#include "nsearch/analyzer.h"
#include "paths.h"

namespace {

constexpr std::size_t text_bytes = 8 << 20;

std::string file_name(const char* variable, const char* otherwise) {
  const char* given = std::getenv(variable);
  return given != nullptr ? given : std::string(NSEARCH_SHARED_DATA "/data/corpora/") + otherwise;
}

/// The bodies of a JSON Lines file; escapes other than \n and \" are rare enough to be left as they are.
std::vector<std::string> read_bodies(const std::string& name) {
  std::vector<std::string> bodies;
  gzFile file = gzopen(name.c_str(), "rb");
  if (file == nullptr) return bodies;
  std::string line;
  std::size_t total = 0;
  char buffer[1 << 16];
  while (total < text_bytes && gzgets(file, buffer, sizeof buffer) != nullptr) {
    line += buffer;
    if (line.empty() || line.back() != '\n') continue;
    constexpr std::string_view key = "\"body\": \"";
    std::size_t at = line.find(key);
    std::string body;
    for (at = at == line.npos ? line.size() : at + key.size(); at < line.size() && line[at] != '"'; ++at) {
      if (line[at] == '\\' && at + 1 < line.size()) {
        ++at;
        body.push_back(line[at] == 'n' ? '\n' : line[at]);
      } else {
        body.push_back(line[at]);
      }
    }
    total += body.size();
    bodies.push_back(std::move(body));
    line.clear();
  }
  gzclose(file);
  return bodies;
}

const std::vector<std::string>& texts(const std::string& language) {
  static const auto french = read_bodies(file_name("NSEARCH_BENCH_FR", "orangesum-fr.jsonl.gz"));
  static const auto dutch = read_bodies(file_name("NSEARCH_BENCH_NL", "npo2023-nos-nl.jsonl.gz"));
  return language == "fr" ? french : dutch;
}

void count_bytes(benchmark::State& state, const std::vector<std::string>& all) {
  std::size_t bytes = 0;
  for (const std::string& text : all) bytes += text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
  if (bytes == 0) state.SkipWithError("no text");
}

void chain(benchmark::State& state, const std::string& language, bool cache) {
  const std::vector<std::string>& all = texts(language);
  nsearch::analysis::Chain chain(nsearch::analysis::language_rules(language), {}, cache);
  nsearch::analysis::Arena arena;
  std::vector<nsearch::Token> tokens;
  std::size_t count = 0;
  for (auto _ : state) {
    for (const std::string& text : all) {
      chain.analyze(text, tokens, arena);
      count += tokens.size();
    }
    benchmark::DoNotOptimize(tokens.data());
  }
  state.counters["tokens"] = benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsRate);
  count_bytes(state, all);
}

void icu_words(benchmark::State& state, const std::string& language) {
  const std::vector<std::string>& all = texts(language);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* iterator = ubrk_open(UBRK_WORD, language.c_str(), nullptr, 0, &status);
  UText* view = nullptr;
  std::int64_t words = 0;
  for (auto _ : state) {
    for (const std::string& text : all) {
      view = utext_openUTF8(view, text.data(), static_cast<std::int64_t>(text.size()), &status);
      ubrk_setUText(iterator, view, &status);
      while (ubrk_next(iterator) != UBRK_DONE) words += ubrk_getRuleStatus(iterator) >= UBRK_WORD_NONE_LIMIT;
    }
    benchmark::DoNotOptimize(words);
  }
  utext_close(view);
  ubrk_close(iterator);
  count_bytes(state, all);
}

}  // namespace

BENCHMARK_CAPTURE(chain, fr, "fr", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(chain, nl, "nl", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(chain, und, "und", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(chain, fr_without_cache, "fr", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(chain, nl_without_cache, "nl", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(icu_words, fr, "fr")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(icu_words, nl, "nl")->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
