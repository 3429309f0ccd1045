// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/analyzer.h"
#include "nsearch/language.h"
#include "nsearch/searcher.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string language;
  std::vector<std::string> words;
  std::string format = "text";
  std::string protect;
  std::string index;
  bool steps = false;
};

const char* name(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return "word";
    case TokenKind::number:
      return "number";
    case TokenKind::joined:
      return "joined";
    case TokenKind::compound_part:
      return "part";
  }
  return "";
}

const char* name(Boundary boundary) {
  switch (boundary) {
    case Boundary::none:
      return "";
    case Boundary::sentence:
      return "sentence";
    case Boundary::paragraph:
      return "paragraph";
  }
  return "";
}

/// A cell of a table: padded by characters, not bytes.
std::string cell(std::string_view text, std::size_t width) {
  std::size_t characters = 0;
  for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  std::string padded(text);
  if (characters < width) padded.append(width - characters, ' ');
  return padded + ' ';
}

void print_language(const Options& o, const LanguageGuess& guess) {
  std::cout << "language " << guess.language << (o.language.empty() ? " (" + guess.reason + ")" : "") << '\n';
}

void print_text(const AnalyzedText& text, const std::string& source) {
  std::cout << cell("position", 9) << cell("bytes", 11) << cell("text", 18) << cell("surface", 16)
            << cell("exact", 16) << cell("stem", 14) << "kind\n";
  for (const Token& t : text.tokens()) {
    std::string position = std::to_string(t.position);
    if (t.span > 1) position += ".." + std::to_string(t.position + t.span - 1);
    std::string kind = name(t.kind);
    if (t.stop_word) kind += ", stop word";
    if (t.boundary != Boundary::none) kind += std::string(", ends a ") + name(t.boundary);
    std::cout << cell(position, 9) << cell(std::to_string(t.begin) + ".." + std::to_string(t.end), 11)
              << cell(std::string_view(source).substr(t.begin, t.end - t.begin), 18) << cell(t.surface, 16)
              << cell(t.exact == t.surface ? "=" : t.exact, 16) << cell(t.stem, 14) << kind << '\n';
  }
}

/// The joined forms of which the first word stands at `begin`.
std::vector<AnalysisStep> joined_at(const AnalyzedText& text, std::uint32_t begin) {
  std::vector<AnalysisStep> joined;
  for (const Token& t : text.tokens())
    if (t.kind == TokenKind::joined && t.begin == begin) joined.push_back({"joined", std::string(t.surface)});
  return joined;
}

/// Each word with what every step makes of it, the words that it is joined to included.
std::vector<WordSteps> steps_of(Analyzer& analyzer, const AnalyzedText& text, const std::string& source) {
  std::vector<WordSteps> words = analyzer.explain(source);
  for (WordSteps& word : words)
    for (AnalysisStep& step : joined_at(text, word.begin)) word.steps.push_back(std::move(step));
  return words;
}

void print_steps(const std::vector<WordSteps>& words, const std::string& source) {
  for (const WordSteps& word : words) {
    std::cout << source.substr(word.begin, word.end - word.begin) << '\n';
    for (const AnalysisStep& step : word.steps)
      std::cout << "  " << cell(step.step, 15) << step.result << '\n';
  }
}

nlohmann::ordered_json to_json(const std::vector<WordSteps>& words) {
  auto json = nlohmann::ordered_json::array();
  for (const WordSteps& word : words) {
    auto steps = nlohmann::ordered_json::array();
    for (const AnalysisStep& step : word.steps)
      steps.push_back({{"step", step.step}, {"result", step.result}});
    json.push_back({{"begin", word.begin}, {"end", word.end}, {"steps", std::move(steps)}});
  }
  return json;
}

void print_json(const AnalyzedText& text, const LanguageGuess& guess, const nlohmann::ordered_json& steps) {
  auto tokens = nlohmann::ordered_json::array();
  for (const Token& t : text.tokens())
    tokens.push_back({{"position", t.position},
                      {"span", t.span},
                      {"begin", t.begin},
                      {"end", t.end},
                      {"surface", t.surface},
                      {"exact", t.exact},
                      {"stem", t.stem},
                      {"kind", name(t.kind)},
                      {"stop_word", t.stop_word},
                      {"boundary", name(t.boundary)}});
  nlohmann::ordered_json json{{"version", 1},
                              {"language", guess.language},
                              {"reliable", guess.reliable},
                              {"reason", guess.reason},
                              {"tokens", tokens}};
  if (!steps.is_null()) json["steps"] = steps;
  std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

ProtectedWords protected_words(const Options& o) {
  if (!o.protect.empty()) return read_protected_words(o.protect);
  return o.index.empty() ? ProtectedWords() : Searcher({o.index}).info().protected_words;
}

int analyze(const Options& o) {
  std::string source;
  for (const std::string& word : o.words) source += (source.empty() ? "" : " ") + word;
  if (source == "-") source.assign(std::istreambuf_iterator<char>(std::cin), {});
  LanguageGuess guess = choose_language(source, {o.language, {}, {}});
  Analyzer analyzer(guess.language, protected_words(o));
  AnalyzedText text;
  analyzer.analyze(source, text);
  const std::vector<WordSteps> steps = o.steps ? steps_of(analyzer, text, source) : std::vector<WordSteps>();
  if (o.format == "json") {
    print_json(text, guess, o.steps ? to_json(steps) : nlohmann::ordered_json());
    return exit_ok;
  }
  print_language(o, guess);
  if (o.steps)
    print_steps(steps, source);
  else
    print_text(text, source);
  return exit_ok;
}

}  // namespace

void add_analyze(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "analyze", "Show what becomes of a text: its tokens, their offsets, surface forms and stems");
  command->add_option("--lang", o->language, "The text's language (default: detected)")->type_name("LANG");
  command->add_option("TEXT", o->words, "The text, - for standard input")->required()->take_all();
  command->add_option("-f,--format", o->format, "text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  command->add_flag("--steps", o->steps, "Show what each step makes of each word");
  add_protect_option(*command, o->protect, "Never stem nor split the words of this file");
  command->add_option("-i,--index", o->index, "Analyse as this index does, with its protected words")
      ->type_name("DIR")
      ->excludes("--protect");
  command->footer(
      "Examples:\n"
      "  nsearch analyze --lang fr \"L'IA d'OpenAI, construite sur Deepseek-V3\"\n"
      "  nsearch analyze --lang nl 'dalingen van de aandelenkoersen'\n"
      "  nsearch analyze --lang nl --steps aandelenkoersen\n"
      "Offsets are in bytes. A surface form is what phrases and exact words match; stems match inflected "
      "forms in their own\n"
      "language only.");
  command->callback([o, &action] { action = [o] { return analyze(*o); }; });
}

}  // namespace nsearch::cli
