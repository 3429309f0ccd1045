// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/block_words.h"

#include <array>
#include <queue>
#include <vector>

namespace nsearch::indexer::html {
namespace {

/// `word` is found anywhere; "|" stands for an end of a run of letters.
struct Pattern {
  std::string_view word;
  std::uint8_t meaning;
};

constexpr std::uint8_t never = boilerplate | negative;
constexpr std::uint8_t aside = unlikely | negative;

constexpr Pattern patterns[] = {
    // Readers' comments.
    {"comment", never},
    {"disqus", never},
    {"kommentar", never},
    {"reacties", never},
    {"replies", never},
    {"shoutbox", never},
    // Consent, advertising, letters to subscribe to.
    {"cookie", never},
    {"consent", never},
    {"gdpr", never},
    {"advert", never},
    {"|ad|", never},
    {"|ads|", never},
    {"adslot", never},
    {"publicite", never},
    {"reclame", never},
    {"werbung", never},
    {"anzeige", never},
    {"taboola", never},
    {"outbrain", never},
    {"sponsor", aside},
    {"skyscraper", aside},
    {"newsletter", never},
    {"|promo", negative},
    {"banner", aside},
    {"popup", aside},
    {"|modal", aside},
    {"agegate", aside},
    // Ways about the site.
    {"breadcrumb", never},
    {"bread|crumb", never},
    {"|ariane|", never},
    {"kruimelpad", never},
    {"brotkrume", never},
    {"pagination", aside},
    {"|pager", aside},
    {"|nav|", aside},
    {"navbar", aside},
    {"navigation", aside},
    {"|menu", aside},
    {"sidebar", aside},
    {"side|bar|", aside},
    {"footer", aside},
    {"masthead", negative},
    {"header", unlikely},
    {"toolbar", negative},
    {"skip|", aside},
    {"|rss|", aside},
    {"|tags|", negative},
    {"taglist", negative},
    {"widget", negative},
    {"scroll", negative},
    {"contact", negative},
    {"shopping", negative},
    {"|meta|", negative},
    {"|metas|", negative},
    {"|media|", negative},
    {"hidden", negative},
    {"|toc|", negative},
    {"caption", negative},
    {"copyright", negative},
    {"|credit", negative},
    // More to read.
    {"related", aside},
    {"recommend", aside},
    {"recirc", aside},
    {"trending", aside},
    {"most|read", aside},
    {"mostread", aside},
    {"most|popular", aside},
    {"read|more", negative},
    {"readmore", negative},
    {"see|also", aside},
    {"lire|aussi", aside},
    {"voir|aussi", aside},
    {"gerelateerd", aside},
    {"lees|ook", aside},
    {"verwandt", aside},
    {"supplemental", aside},
    {"|remark", aside},
    {"community", unlikely},
    {"|extra|", unlikely},
    {"legends", unlikely},
    // Sharing.
    {"|share", never},
    {"sharing", never},
    {"social", aside},
    {"partage", never},
    {"|teilen|", never},
    {"|delen|", never},
    // The article.
    {"article", likely | positive},
    {"artikel", likely | positive},
    {"body", likely | positive},
    {"content", likely | positive},
    {"contenu", likely | positive},
    {"inhoud", likely | positive},
    {"inhalt", likely | positive},
    {"column", likely},
    {"main", likely | positive},
    {"entry", positive},
    {"story", positive},
    {"|post|", positive},
    {"|posts|", positive},
    {"|page", positive},
    {"|text", positive},
    {"|texte", positive},
    {"|tekst", positive},
    {"blog", positive},
    {"news|", positive},
    // About it.
    {"byline", byline},
    {"author", byline},
    {"auteur", byline},
    {"|autor|", byline},
    {"writtenby", byline},
    {"written|by", byline},
    {"dateline", byline},
    {"pubdate", dateline},
    {"publish", dateline},
    {"published", dateline},
    {"|date", dateline},
    {"|time|", dateline},
    {"timestamp", dateline},
    {"datum", dateline},
    {"publication", dateline}};

constexpr unsigned boundary = 26;

unsigned symbol_of(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a');
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
  return boundary;
}

class Automaton {
 public:
  Automaton() {
    states_.emplace_back();
    for (const Pattern& pattern : patterns) add(pattern);
    connect();
  }

  std::uint8_t meaning(std::string_view text) const {
    std::uint8_t found = 0;
    unsigned state = states_[0].next[boundary];
    unsigned last = boundary;
    const auto step = [&](unsigned symbol) {
      if (symbol == boundary && last == boundary) return;
      last = symbol;
      state = states_[state].next[symbol];
      found |= states_[state].meaning;
    };
    for (const char c : text) step(symbol_of(c));
    step(boundary);
    return found;
  }

 private:
  struct State {
    std::array<std::uint16_t, 27> next{};
    std::uint16_t fall_back = 0;
    std::uint8_t meaning = 0;
  };

  void add(const Pattern& pattern) {
    std::size_t state = 0;
    for (const char c : pattern.word) {
      const unsigned symbol = symbol_of(c);
      if (states_[state].next[symbol] == 0) {
        states_[state].next[symbol] = static_cast<std::uint16_t>(states_.size());
        states_.emplace_back();
      }
      state = states_[state].next[symbol];
    }
    states_[state].meaning |= pattern.meaning;
  }

  /// Breadth first: what follows where a pattern breaks off.
  void connect() {
    std::queue<std::uint16_t> open;
    for (const std::uint16_t next : states_[0].next)
      if (next != 0) open.push(next);
    for (; !open.empty(); open.pop()) {
      const std::uint16_t state = open.front();
      const std::uint16_t fall_back = states_[state].fall_back;
      states_[state].meaning |= states_[fall_back].meaning;
      for (std::size_t symbol = 0; symbol <= boundary; ++symbol) {
        const std::uint16_t after = states_[fall_back].next[symbol];
        std::uint16_t& next = states_[state].next[symbol];
        if (next == 0) {
          next = after;
        } else {
          states_[next].fall_back = after;
          open.push(next);
        }
      }
    }
  }

  std::vector<State> states_;
};

}  // namespace

std::uint8_t block_words(std::string_view attribute) {
  static const Automaton automaton;
  return attribute.empty() ? 0 : automaton.meaning(attribute);
}

}  // namespace nsearch::indexer::html
