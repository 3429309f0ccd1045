// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_terms.h"

#include <algorithm>

#include "document_fields.h"
#include "short_bytes.h"
#include "storage/index_schema.h"
#include "storage/record.h"

namespace nsearch::indexer {
namespace {

/// How many bytes come before the first word: ASCII that is neither letter nor digit, spaces and punctuation
/// of Latin-1 (quotes among them) and of the General Punctuation block.
std::size_t before_first_word(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  std::size_t i = 0;
  while (i < text.size()) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c < 0x80 && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) {
      i += 1;
    } else if (c == 0xC2 && (byte(i + 1) == 0xA0 || byte(i + 1) == 0xAB || byte(i + 1) == 0xBB)) {
      i += 2;
    } else if (c == 0xE2 && byte(i + 1) == 0x80) {
      i += 3;
    } else {
      return i;
    }
  }
  return text.size();
}

/// What ends after a passage's last word. Neighbouring passages are analysed apart, so neither analysis can
/// tell: `tail` is what follows that word in its passage, `rest` the field's text after the passage.
Boundary passage_end(std::string_view tail, std::string_view rest) {
  const std::size_t next_word = before_first_word(rest);
  if (next_word == rest.size()) return Boundary::paragraph;
  rest = rest.substr(0, next_word);
  const auto holds = [&](std::string_view marks) {
    return tail.find_first_of(marks) != std::string_view::npos ||
           rest.find_first_of(marks) != std::string_view::npos;
  };
  if (holds("\r\n")) return Boundary::paragraph;
  return holds(".!?") ? Boundary::sentence : Boundary::none;
}

bool is_main(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

}  // namespace

/// A stretch of text that is analysed as one.
struct DocumentTerms::Passage {
  std::string_view text;
  const std::string& language;
  Part part = Part::body;
  std::uint32_t first_position = 1;
  std::string_view rest;  // what of the same field follows
};

/// Where a passage ended.
struct DocumentTerms::PassageEnd {
  std::uint32_t position = 0;  // after its last word
  bool paragraph = false;      // whether that word ended a paragraph
};

void DocumentTerms::make(const StoredDocument& document, std::string_view digest, DocumentPostings& out) {
  out.clear();
  terms_.clear();
  signer_.clear();
  out.id = document.id;
  out.language = document.language;
  out.bytes = document.title.size() + document.body.size();
  lead_end_ = 0;
  const std::uint32_t title_end = add_title(document);
  const std::uint32_t body = std::max(schema::body_position, title_end + schema::title_gap);
  const bool has_lead = document.title.empty() && document.body.size() >= schema::lead_least_bytes;
  lead_end_ = has_lead ? body + schema::lead_words : 0;
  add_body(document, body);
  add_fields(document, digest, terms_, out);
  add_signature(out);
  terms_.write(out);
  out.record = encode_record(document);
}

/// Among the values, which are ordered by slot.
void DocumentTerms::add_signature(DocumentPostings& out) {
  const auto at = std::find_if(out.values.begin(), out.values.end(),
                               [](const auto& value) { return value.first > schema::slot_fold; });
  signer_.write(out.values.emplace(at, schema::slot_fold, std::string())->second);
}

Analyzer& DocumentTerms::analyzer(const std::string& language) {
  auto found = analyzers_.find(language);
  if (found == analyzers_.end()) found = analyzers_.try_emplace(language, language, protected_words_).first;
  return found->second;
}

/// Returns the title's last position.
std::uint32_t DocumentTerms::add_title(const StoredDocument& document) {
  if (document.title.empty()) return 0;
  return add_passage({document.title, document.language, Part::title, 1, {}}).position - 1;
}

void DocumentTerms::add_body(const StoredDocument& document, std::uint32_t first_position) {
  const std::string_view body = document.body;
  for (const LanguageSpan& span : document.spans) {
    const Passage passage{body.substr(span.begin, span.end - span.begin), span.language, Part::body,
                          first_position, body.substr(span.end)};
    const PassageEnd end = add_passage(passage);
    first_position = end.position + (end.paragraph ? schema::paragraph_gap : 0);
  }
}

DocumentTerms::PassageEnd DocumentTerms::add_passage(const Passage& passage) {
  analyzer(passage.language).analyze(passage.text, text_);
  std::uint32_t shift = passage.first_position - 1;  // from the analysis's positions to the document's
  std::uint32_t paragraph_end = 0;  // the analysis's position of the last word that ended one
  for (const Token& token : text_.tokens()) {
    if (paragraph_end != 0 && token.position > paragraph_end) {
      shift += schema::paragraph_gap;
      paragraph_end = 0;
    }
    add_token(token, passage, token.position + shift);
    if (!is_main(token)) continue;
    if (passage.part == Part::title) {
      signer_.add_title(token);
    } else {
      signer_.add_body(token, passage.text);
    }
    const bool last = token.position == text_.positions();
    const Boundary boundary =
        last ? passage_end(passage.text.substr(token.end), passage.rest) : token.boundary;
    if (boundary == Boundary::sentence) terms_.add(schema::prefix::sentence_end, 0, token.position + shift);
    if (boundary != Boundary::paragraph) continue;
    terms_.add(schema::prefix::paragraph_end, 0, token.position + shift);
    paragraph_end = token.position;
  }
  return {text_.positions() + shift + 1, paragraph_end != 0};
}

void DocumentTerms::add_token(const Token& token, const Passage& passage, std::uint32_t position) {
  const bool title = passage.part == Part::title;
  if (token.kind == TokenKind::compound_part) {
    add_language_term(schema::prefix::compound_part, passage.language, token.stem);
    return;
  }
  if (token.surface.size() <= schema::max_term_bytes) {
    terms_.add(token.surface, 1, position);
  } else {
    terms_.add(schema::bounded_term(schema::prefix::surface, token.surface), 1, position);
  }
  if (title) add_prefixed(schema::prefix::title, token.surface);
  if (!token.exact.empty() && !equal_few(token.exact, token.surface))
    add_prefixed(schema::prefix::exact, token.exact);
  if (token.kind != TokenKind::word || token.stop_word) return;
  add_language_term(schema::prefix::stem, passage.language, token.stem);
  if (title) add_language_term(schema::prefix::title_stem, passage.language, token.stem);
  if (position < lead_end_) add_language_term(schema::prefix::lead, passage.language, token.stem);
}

// The two below do what bounded_term() and language_term() do, without a string of their own for the usual
// short term.

void DocumentTerms::add_prefixed(std::string_view prefix, std::string_view text) {
  if (prefix.size() + text.size() > schema::max_term_bytes) {
    terms_.add(schema::bounded_term(prefix, text), 1);
    return;
  }
  char* end = copy_few(term_.data(), prefix.data(), prefix.size());
  end = copy_few(end, text.data(), text.size());
  terms_.add({term_.data(), end}, 1);
}

void DocumentTerms::add_language_term(std::string_view prefix, std::string_view language,
                                      std::string_view stem) {
  if (stem.empty()) return;
  if (prefix.size() + language.size() + 1 + stem.size() > schema::max_term_bytes) {
    terms_.add(schema::language_term(prefix, language, stem), 1);
    return;
  }
  char* end = copy_few(term_.data(), prefix.data(), prefix.size());
  end = copy_few(end, language.data(), language.size());
  *end++ = ':';
  end = copy_few(end, stem.data(), stem.size());
  terms_.add({term_.data(), end}, 1);
}

}  // namespace nsearch::indexer
