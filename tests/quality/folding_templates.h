// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

namespace nsearch::quality {

/// A text as an editor's machine makes them every day: fixed sentences with figures and names filled in.
struct NewsTemplate {
  std::string name;      ///< "weather nl"
  std::string language;  ///< its code
  std::string title;
  std::string body;
};

/// The weather, a match, a day at the exchange, a count of votes; in French, Dutch, English and German.
const std::vector<NewsTemplate>& news_templates();

/// Others: roads, an earthquake, a draw, a court, a quarter's results, police, a poll. No threshold was chosen on them.
const std::vector<NewsTemplate>& fresh_templates();

/// Fills a template: {10-25} is a number between them, {3-9,1} one with a decimal comma, [a|b|c] one of these,
/// {team} and the like a name. `names` decides the names and `figures` the rest, so that two texts may have the same
/// names and other figures.
std::string filled(const std::string& text, const std::string& language, std::mt19937& names,
                   std::mt19937& figures);

}  // namespace nsearch::quality
