// SPDX-License-Identifier: GPL-2.0-or-later
// nsearch_detection_eval FILE... [--langs fr,nl,...] [--errors]: measures language identification.
// FILE has lines "code TAB text" (plain or gzip). Prints, for each file and language: texts, share guessed
// right, share called reliable, share right of those, and the rate. `--langs` gives the candidates and
// measures only texts in those languages; `--errors` lists what was reliably wrong.
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/language.h"

namespace {

struct Tally {
  int texts = 0;
  int right = 0;
  int reliable = 0;
  int reliably_right = 0;
};

struct Options {
  std::vector<std::string> files;
  nsearch::DetectionOptions detection;
  bool errors = false;
};

double share(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

void print(const std::string& name, const Tally& t) {
  std::printf("%-6s %6d  right %.4f  reliable %.4f  right of reliable %.4f\n", name.c_str(), t.texts,
              share(t.right, t.texts), share(t.reliable, t.texts), share(t.reliably_right, t.reliable));
}

bool is_asked(const std::string& language, const Options& options) {
  const auto& all = options.detection.candidates;
  if (all.empty()) return true;
  for (const std::string& one : all)
    if (one == language) return true;
  return false;
}

std::vector<std::string> read_lines(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error(path + ": can't be read");
  std::vector<std::string> lines(1);
  char buffer[1 << 16];
  for (int n = 0; (n = gzread(file, buffer, sizeof buffer)) > 0;)
    for (const char c : std::string_view(buffer, static_cast<std::size_t>(n))) {
      if (c == '\n') {
        lines.emplace_back();
      } else {
        lines.back().push_back(c);
      }
    }
  gzclose(file);
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

void measure(const std::string& path, const Options& options) {
  std::map<std::string, Tally> tallies;
  std::chrono::duration<double> spent{};
  std::size_t bytes = 0;
  for (const std::string& line : read_lines(path)) {
    const std::string language = line.substr(0, line.find('\t'));
    if (!is_asked(language, options)) continue;
    const std::string_view text = std::string_view(line).substr(language.size() + 1);
    const auto start = std::chrono::steady_clock::now();
    const nsearch::LanguageGuess guess = nsearch::detect_language(text, options.detection);
    spent += std::chrono::steady_clock::now() - start;
    bytes += text.size();
    const bool right = guess.language == nsearch::primary_language(language);
    for (Tally* t : {&tallies[language], &tallies["all"]}) {
      ++t->texts;
      t->right += right;
      t->reliable += guess.reliable;
      t->reliably_right += right && guess.reliable;
    }
    if (options.errors && guess.reliable && !right)
      std::printf("%s taken for %s (%s): %.160s\n", language.c_str(), guess.language.c_str(),
                  guess.reason.c_str(), text.data());
  }
  std::printf("== %s\n", path.c_str());
  for (const auto& [language, tally] : tallies) print(language, tally);
  std::printf("%.1f MB/s, %.1f microseconds a text\n", static_cast<double>(bytes) / 1e6 / spent.count(),
              spent.count() * 1e6 / tallies["all"].texts);
}

void split(std::string_view list, std::vector<std::string>& out) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    out.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--langs" && i + 1 < argc) {
      split(argv[++i], options.detection.candidates);
    } else if (argument == "--errors") {
      options.errors = true;
    } else {
      options.files.emplace_back(argument);
    }
  }
  if (options.files.empty())
    throw std::runtime_error("usage: nsearch_detection_eval FILE... [--langs fr,nl] [--errors]");
  for (const std::string& file : options.files) measure(file, options);
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "nsearch_detection_eval: %s\n", e.what());
  return 2;
}
