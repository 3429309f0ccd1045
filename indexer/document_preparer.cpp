// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_preparer.h"

#include <algorithm>
#include <limits>

#include "document_date.h"
#include "memory_plan.h"
#include "nsearch/error.h"
#include "nsearch/language.h"
#include "nsearch/passages.h"

namespace nsearch::indexer {
namespace {

/// Offsets into a body have 32 bits.
constexpr std::size_t longest_body = std::numeric_limits<std::uint32_t>::max() - 1;

void reduce(std::string& language) {
  const std::string code = primary_language(language);
  const auto& known = languages();
  const bool has_profile =
      std::any_of(known.begin(), known.end(), [&](const LanguageInfo& info) { return info.code == code; });
  if (!has_profile && language != "und") {
    throw Error(ErrorCode::usage, "unknown language '" + language + "'",
                "see the list of languages: nsearch languages");
  }
  language = code;
}

void add_note(std::string& notes, const std::string& note) {
  if (!notes.empty()) notes += "; ";
  notes += note;
}

}  // namespace

std::string reason_to_reject(const Document& document) {
  if (document.body.find_first_not_of(" \t\r\n\f\v") == std::string::npos) return "no body";
  if (document.body.size() > longest_body) return "the body is longer than 4 GiB";
  if (document_id(document).empty()) return "no id, URL or path to know the document by";
  return {};
}

WriterOptions checked(WriterOptions options) {
  if (!options.language.empty()) reduce(options.language);
  for (std::string& candidate : options.candidates) reduce(candidate);
  if (!options.builder.empty() && options.builder != "api" && options.builder != "direct") {
    throw Error(ErrorCode::usage, "unknown builder '" + options.builder + "'", "take 'direct' or 'api'");
  }
  if (!options.changes.empty() && options.changes != "apart" && options.changes != "in-place") {
    throw Error(ErrorCode::usage, "unknown way of changes '" + options.changes + "'",
                "take 'apart' or 'in-place'");
  }
  if (options.memory != 0 && options.memory < least_memory) {
    throw Error(ErrorCode::usage,
                "memory of " + std::to_string(options.memory) + " bytes is too little to index with",
                "take " + std::to_string(least_memory >> 20) + "M or more");
  }
  return options;
}

void DocumentPreparer::choose(StoredDocument& document, PreparedDocument& out) {
  // The title helps where the body is short; only the beginning is looked at anyway.
  constexpr std::size_t detected_bytes = 64 * 1024;
  document.declared = document.language;
  detection_text_.assign(document.title).append(1, '\n').append(document.body, 0, detected_bytes);
  const LanguageGuess guess =
      choose_language(detection_text_, {options_.language, document.language, options_.candidates});
  if (!document.language.empty() && options_.language.empty()) {
    const std::string declared = primary_language(document.language);
    if (declared == "und" && document.language != "und") {
      add_note(out.note, "declared language not understood: '" + document.language + "'");
    } else if (declared != "und" && declared != guess.language) {
      out.overridden = true;
      add_note(out.note, "declared " + declared + ", detected " + guess.language);
    }
  }
  document.language = guess.language;
  if (options_.language.empty()) {
    document.spans = language_spans(document.body, guess.language, {options_.candidates});
  } else {  // who forces a language forces it on every passage
    document.spans.assign(1, {0, static_cast<std::uint32_t>(document.body.size()), guess.language});
  }
}

void DocumentPreparer::prepare(StoredDocument& document, std::string_view digest, std::int64_t modified,
                               PreparedDocument& out) {
  out.note.clear();
  out.overridden = false;
  if (document.spans.empty()) choose(document, out);
  const std::string& language = document.declared.empty() ? document.language : document.declared;
  if (const std::string doubt = settle_date(document, language, seconds_now()); !doubt.empty()) {
    add_note(out.note, doubt);
  }
  document.modified = modified;
  terms_.make(document, digest, out.postings);
}

}  // namespace nsearch::indexer
