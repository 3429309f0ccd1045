// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "exit_codes.h"
#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "nsearch/language.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string language;
  std::vector<std::string> words;
  std::string format = "text";
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

void print_text(const Options& o, const AnalyzedText& text, const std::string& source,
                const LanguageGuess& guess) {
  std::cout << "language " << guess.language << (o.language.empty() ? " (" + guess.reason + ")" : "") << '\n';
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

void print_json(const AnalyzedText& text, const LanguageGuess& guess) {
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
  const nlohmann::ordered_json json{{"version", 1},
                                    {"language", guess.language},
                                    {"reliable", guess.reliable},
                                    {"reason", guess.reason},
                                    {"tokens", tokens}};
  std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int analyze(const Options& o) {
  std::string source;
  for (const std::string& word : o.words) source += (source.empty() ? "" : " ") + word;
  if (source == "-") source.assign(std::istreambuf_iterator<char>(std::cin), {});
  LanguageGuess guess = choose_language(source, {o.language, {}, {}});
  Analyzer analyzer(guess.language);
  AnalyzedText text;
  analyzer.analyze(source, text);
  if (o.format == "json")
    print_json(text, guess);
  else
    print_text(o, text, source, guess);
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
  command->footer(
      "Examples:\n"
      "  nsearch analyze --lang fr \"L'IA d'OpenAI, construite sur Deepseek-V3\"\n"
      "  nsearch analyze --lang nl 'dalingen van de aandelenkoersen'\n"
      "Offsets are in bytes. A surface form is what phrases and exact words match; stems match inflected "
      "forms in their own\n"
      "language only.");
  command->callback([o, &action] { action = [o] { return analyze(*o); }; });
}

}  // namespace nsearch::cli
