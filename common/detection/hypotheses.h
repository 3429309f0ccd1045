// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detection/cld2_adapter.h"
#include "detection/evidence.h"

namespace nsearch::detection {

/// What a text may be, and how well that explains it.
struct Hypothesis {
  std::string language;  ///< "und": a language that neither our lists nor CLD2 know
  float score = 0;       ///< nats; only differences mean anything
};

/// Every hypothesis about a text in Latin letters, best first: the languages with a word list, what CLD2 says
/// if it has none, and "und". A candidate language (none given: all are alike) gets a head start over the
/// others.
std::vector<Hypothesis> rank_hypotheses(const Evidence& evidence, const Cld2Verdict& cld2,
                                        const std::vector<std::string>& candidates);

/// Whether CLD2, whatever it said, could neither change the best hypothesis nor bring another within `needed`
/// nats.
bool is_beyond_doubt(const Evidence& evidence, float needed);

/// By how many nats the first must lead for the verdict to be reliable: more for a handful of words.
float needed_lead(float words);

/// The lead of the first hypothesis over the second, discounted between languages that differ little in
/// writing.
float lead_of(const std::vector<Hypothesis>& ranked);

/// Whether CLD2's word alone may not be relied upon for a language, since it takes others for it: close
/// relatives (Croatian, Bosnian, Serbian; Indonesian, Malay) and those for which it takes languages unknown
/// to it (Sotho for Tswana, Kirghiz for Mongolian).
bool is_confused_by_cld2(std::string_view language);

}  // namespace nsearch::detection
