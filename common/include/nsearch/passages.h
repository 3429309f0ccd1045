// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/export.h"
#include "nsearch/language.h"

/// Passages in another language
/// ============================
///
///     const std::string body = "La ministre a répondu : « De begroting is gisteren met een ruime meerderheid
///     "
///                              "goedgekeurd, en dat is goed nieuws voor iedereen in het land. » Elle est
///                              partie.";
///     for (const nsearch::LanguageSpan& span : nsearch::language_spans(body, "fr"))
///       std::cout << span.language << ' ' << span.end - span.begin << '\n';   // fr, nl, fr
namespace nsearch {

/// Parts a text into stretches of one language each. The spans cover `body` without gaps, in order, and
/// neighbours differ in language; an empty body has none. What is not clearly something else is in
/// `main_language` (a BCP 47 tag, or "und").
///
/// Languages change at the end of a sentence or paragraph, or where a quotation begins or ends. Only a
/// passage of about 100 characters or more is given a language of its own, if it is reliably detected and
/// nsearch stems that language: names, titles and short quotations stay what their surroundings are. In a
/// text whose main language has no word list (docs/language-identification.md), only passages in those that
/// have one are found.
///
/// `body` is shorter than 4 GiB; malformed bytes are ignored. Linear; thread-safe.
NSEARCH_EXPORT std::vector<LanguageSpan> language_spans(std::string_view body, std::string_view main_language,
                                                        const DetectionOptions& options = {});

}  // namespace nsearch
