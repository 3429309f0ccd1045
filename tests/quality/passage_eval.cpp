// SPDX-License-Identifier: GPL-2.0-or-later
// nsearch_passage_eval pure FILE[:LANG]... [--examples]: articles in one language each. Prints the share
// given a passage in another language, and what looking for passages costs beside detecting the article's
// language. nsearch_passage_eval mixed HOST:LANG PASSAGES:LANG [--examples]: puts a passage of one article
// into another's body, by length (60 to 400 characters) and place (a paragraph of its own, quotation marks,
// bare between two sentences). Prints the share of the passage's bytes tagged right, of passages found (nine
// tenths of their bytes) and of the host's bytes tagged wrong. FILE is JSON Lines, plain or gzip, with "body"
// and "lang"; LANG keeps the articles in that language.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/passages.h"
#include "quality/lines.h"

namespace {

// Processor time of this thread: other programs on the machine don't count.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Article {
  std::string body;
  std::string language;
};

struct Tally {
  std::size_t passages = 0, found = 0, passage_bytes = 0, right = 0, host_bytes = 0, wrong = 0;
};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<Article> read_articles(const std::string& name) {
  const std::size_t colon = name.rfind(':');
  const std::string only = colon == std::string::npos ? "" : name.substr(colon + 1);
  std::vector<Article> articles;
  nsearch::quality::for_each_line(name.substr(0, colon), [&](std::string_view line) {
    if (line.empty()) return;
    const nlohmann::json record = nlohmann::json::parse(line);
    Article article{record.value("body", ""), nsearch::primary_language(record.value("lang", "und"))};
    if (only.empty() || article.language == only) articles.push_back(std::move(article));
  });
  return articles;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', '|');
  return text;
}

void show(const Article& article, const std::vector<nsearch::LanguageSpan>& spans) {
  for (const nsearch::LanguageSpan& span : spans)
    if (span.language != article.language)
      std::printf("  [%s in %s] %s\n", span.language.c_str(), article.language.c_str(),
                  one_line(article.body.substr(span.begin, std::min(span.end - span.begin, 300U))).c_str());
}

void measure_pure(const std::string& name, bool examples) {
  const std::vector<Article> articles = read_articles(name);
  std::size_t bytes = 0;
  std::size_t with_passage = 0;
  double detecting = 0;
  double looking = 0;
  for (const Article& article : articles) {
    bytes += article.body.size();
    const double start = seconds();
    const nsearch::LanguageGuess guess = nsearch::choose_language(article.body, {"", article.language, {}});
    const double between = seconds();
    const auto spans = nsearch::language_spans(article.body, guess.language);
    looking += seconds() - between;
    detecting += between - start;
    const bool extra = spans.size() > 1;
    with_passage += extra;
    if (extra && examples) show({article.body, guess.language}, spans);
  }
  const auto rate = [&](double spent) { return static_cast<double>(bytes) / 1e6 / spent; };
  std::printf(
      "%s: %zu articles, %zu with a passage in another language (%.2f %%); MB/s: detection %.0f, passages "
      "%.0f, both %.0f\n",
      name.c_str(), articles.size(), with_passage, percent(with_passage, articles.size()), rate(detecting),
      rate(looking), rate(detecting + looking));
}

// Where sentences begin: after ". " and a capital, or a line break.
std::vector<std::size_t> sentence_starts(const std::string& text) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t at = 2; at + 1 < text.size(); ++at) {
    const bool capital = text[at] >= 'A' && text[at] <= 'Z';
    if (capital && (text[at - 1] == '\n' || (text[at - 1] == ' ' && text[at - 2] == '.')))
      starts.push_back(at);
  }
  return starts;
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Whole sentences in a row of a paragraph, of `length` characters or up to half as many more; empty: there
// are none.
std::string cut_passage(const Article& article, std::size_t length, std::size_t nth) {
  const std::vector<std::size_t> starts = sentence_starts(article.body);
  for (std::size_t tried = 0; tried < starts.size(); ++tried) {
    const std::size_t first = (nth + tried) % starts.size();
    for (std::size_t last = first + 1; last < starts.size(); ++last) {
      std::string passage = article.body.substr(starts[first], starts[last] - starts[first]);
      while (!passage.empty() && (passage.back() == ' ' || passage.back() == '\n')) passage.pop_back();
      const std::size_t size = characters(passage);
      if (passage.find('\n') != std::string::npos || passage.find("  ") != std::string::npos ||
          size * 2 > length * 3)
        break;
      if (size >= length && passage.back() == '.') return passage;
    }
  }
  return {};
}

enum class Place { paragraph, quotation, bare };

struct Mixture {
  std::string text;
  std::size_t begin, end;  // the passage
};

Mixture mix(const Article& host, const std::string& passage, Place place, std::size_t nth) {
  const std::vector<std::size_t> starts = sentence_starts(host.body);
  const std::size_t at = starts.size() == 1 ? host.body.size() : starts[1 + nth % (starts.size() - 1)];
  std::string before = host.body.substr(0, at);
  std::string after = host.body.substr(at);
  if (place == Place::paragraph) {
    before += "\n\n";
    after = "\n\n" + after;
  } else if (place == Place::quotation) {
    const bool french = host.language == "fr";
    const bool german = host.language == "de";
    before += french ? " « " : german ? " „" : " “";
    after = (french ? " » " : german ? "“ " : "” ") + after;
  } else {
    before += " ";
    after = " " + after;
  }
  return {before + passage + after, before.size(), before.size() + passage.size()};
}

void tally(const Mixture& mixture, const std::vector<nsearch::LanguageSpan>& spans, const std::string& host,
           const std::string& language, Tally& tally) {
  std::size_t right = 0;
  for (const nsearch::LanguageSpan& span : spans) {
    const std::size_t begin = std::max<std::size_t>(span.begin, mixture.begin);
    const std::size_t end = std::min<std::size_t>(span.end, mixture.end);
    const std::size_t inside = end > begin ? end - begin : 0;
    if (span.language == language) right += inside;
    if (span.language != host) tally.wrong += span.end - span.begin - inside;
  }
  const std::size_t bytes = mixture.end - mixture.begin;
  ++tally.passages;
  tally.found += right * 10 >= bytes * 9;
  tally.passage_bytes += bytes;
  tally.right += right;
  tally.host_bytes += mixture.text.size() - bytes;
}

Tally measure_mixed(const std::vector<Article>& hosts, const std::vector<Article>& others, std::size_t length,
                    Place place, bool examples) {
  Tally total;
  for (std::size_t i = 0; i < 1000; ++i) {
    const Article& host = hosts[i * 7919 % hosts.size()];
    const Article& other = others[i * 104729 % others.size()];
    const std::string passage = cut_passage(other, length, i);
    if (passage.empty() || host.body.size() < 300) continue;
    const Mixture mixture = mix(host, passage, place, i);
    const auto spans = nsearch::language_spans(mixture.text, host.language);
    const std::size_t found = total.found;
    tally(mixture, spans, host.language, other.language, total);
    if (examples && found == total.found) {
      const std::size_t from = mixture.begin - std::min<std::size_t>(mixture.begin, 40);
      const std::string seen = one_line(mixture.text.substr(from, mixture.end + 40 - from));
      std::printf("  [missed, %zu spans] %s\n", spans.size(), seen.c_str());
      show({mixture.text, host.language}, spans);
    }
  }
  return total;
}

void measure_mixtures(const std::string& host, const std::string& other, bool examples) {
  const std::vector<Article> hosts = read_articles(host);
  const std::vector<Article> others = read_articles(other);
  if (hosts.empty() || others.empty()) throw std::runtime_error("no articles in that language");
  std::printf("== %s in %s\nplace       length  passages  bytes right  found    host wrong\n",
              others[0].language.c_str(), hosts[0].language.c_str());
  constexpr const char* places[] = {"paragraph", "quotation", "bare"};
  for (const Place place : {Place::paragraph, Place::quotation, Place::bare})
    for (const std::size_t length : {60, 80, 100, 125, 150, 200, 400}) {
      const Tally t = measure_mixed(hosts, others, length, place, examples && length >= 150);
      std::printf("%-11s %6zu  %8zu  %9.1f %%  %5.1f %%  %7.3f %%\n", places[static_cast<int>(place)], length,
                  t.passages, percent(t.right, t.passage_bytes), percent(t.found, t.passages),
                  percent(t.wrong, t.host_bytes));
    }
}

}  // namespace

int main(int argc, char** argv) try {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto flag = std::find(arguments.begin(), arguments.end(), "--examples");
  const bool examples = flag != arguments.end();
  if (examples) arguments.erase(flag);
  const std::string command = arguments.empty() ? "" : arguments[0];
  if (command == "pure") {
    for (std::size_t i = 1; i < arguments.size(); ++i) measure_pure(arguments[i], examples);
  } else if (command == "mixed" && arguments.size() == 3) {
    measure_mixtures(arguments[1], arguments[2], examples);
  } else {
    throw std::runtime_error(
        "usage: nsearch_passage_eval pure FILE[:LANG]... | mixed HOST:LANG PASSAGES:LANG");
  }
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "nsearch_passage_eval: %s\n", e.what());
  return 2;
}
