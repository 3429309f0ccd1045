// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/endings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nsearch::searcher {

namespace {

constexpr std::size_t least_beginning = 3;  // before an ending

using Ending = std::pair<std::string_view, std::string_view>;

/// The first that fits is taken, so longer ones stand before those that they end in. None becomes longer.
constexpr std::array endings{
    // French -tion, Dutch -tie, German -tion
    Ending{"tionen", "ti"}, Ending{"tions", "ti"}, Ending{"tion", "ti"}, Ending{"ties", "ti"},
    Ending{"tie", "ti"},
    // -ique, -isch, -iek, -ic
    Ending{"ischen", "ik"}, Ending{"ischer", "ik"}, Ending{"isches", "ik"}, Ending{"ische", "ik"},
    Ending{"isch", "ik"}, Ending{"iques", "ik"}, Ending{"ique", "ik"}, Ending{"ieken", "ik"},
    Ending{"iek", "ik"}, Ending{"ics", "ik"}, Ending{"ic", "ik"}, Ending{"ik", "ik"},
    // -ité, -iteit, -ität, -ity
    Ending{"iteiten", "it"}, Ending{"iteit", "it"}, Ending{"itaten", "it"}, Ending{"itat", "it"},
    Ending{"ities", "it"}, Ending{"ity", "it"}, Ending{"ites", "it"}, Ending{"ite", "it"},
    // -isme, -ismus, -ism; -iste, -ist
    Ending{"ismes", "ism"}, Ending{"isme", "ism"}, Ending{"ismus", "ism"}, Ending{"isten", "ist"},
    Ending{"istes", "ist"}, Ending{"iste", "ist"}, Ending{"ists", "ist"},
    // -eur, -or; -aire, -air, -ary
    Ending{"eurs", "or"}, Ending{"euren", "or"}, Ending{"eur", "or"}, Ending{"oren", "or"},
    Ending{"ors", "or"}, Ending{"aires", "ar"}, Ending{"aire", "ar"}, Ending{"air", "ar"},
    Ending{"ary", "ar"},
    // -ance, -antie, -anz; -ence, -entie, -enz
    Ending{"ances", "ans"}, Ending{"ance", "ans"}, Ending{"anz", "ans"}, Ending{"ences", "ens"},
    Ending{"ence", "ens"}, Ending{"enz", "ens"},
    // verbs: -iser, -iseren, -isieren, -ize; plurals
    Ending{"isieren", "is"}, Ending{"iseren", "is"}, Ending{"iser", "is"}, Ending{"ise", "is"},
    Ending{"ize", "is"}, Ending{"ieren", ""}, Ending{"eren", ""}, Ending{"er", ""}, Ending{"ies", "i"},
    Ending{"ien", "i"}, Ending{"ie", "i"}, Ending{"y", "i"}, Ending{"es", ""}, Ending{"en", ""},
    Ending{"e", ""}, Ending{"s", ""}};

static_assert(std::all_of(endings.begin(), endings.end(), [](const Ending& each) {
  return each.second.size() <= each.first.size() &&
         each.first.size() - each.second.size() <= most_letters_of_ending;
}));

}  // namespace

std::string with_even_ending(std::string_view word) {
  for (const auto& [ending, even] : endings) {
    if (word.empty() || word.back() != ending.back()) continue;  // whole vocabularies come by here
    if (word.size() < ending.size() + least_beginning || !word.ends_with(ending)) continue;
    return std::string(word.substr(0, word.size() - ending.size())).append(even);
  }
  return std::string(word);
}

}  // namespace nsearch::searcher
