// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_preparer.h"

#include <catch2/catch.hpp>

#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "storage/record.h"
#include "support.h"

using nsearch::StoredDocument;
using nsearch::WriterOptions;
using nsearch::indexer::checked;
using nsearch::indexer::DocumentPreparer;
using nsearch::indexer::PreparedDocument;
using nsearch::indexer::reason_to_reject;

namespace {

constexpr const char* french =
    "Le gouvernement a annoncé mercredi une nouvelle réforme des retraites, qui devrait entrer en vigueur "
    "dès le "
    "mois de janvier, selon des sources proches du dossier.";

PreparedDocument prepare(StoredDocument document, const WriterOptions& options = {}) {
  DocumentPreparer preparer(options);
  PreparedDocument out;
  document.id = "1";
  preparer.prepare(document, "d", 5, out);
  return out;
}

// Which stem a word has is the analysis's affair; here only in which language it is stemmed.
std::string stem(const std::string& language, const std::string& word) {
  nsearch::AnalyzedText text;
  nsearch::Analyzer(language).analyze(word, text);
  REQUIRE(!text.tokens().empty());
  return std::string(text.tokens()[0].stem);
}

StoredDocument with_body(const std::string& body, const std::string& declared = {}) {
  StoredDocument document;
  document.body = body;
  document.language = declared;
  return document;
}

}  // namespace

TEST_CASE("a language is detected, declared, contradicted, or forced") {
  const PreparedDocument detected = prepare(with_body(french));
  CHECK(detected.postings.language == "fr");
  CHECK(detected.note.empty());
  CHECK_FALSE(detected.overridden);

  const PreparedDocument declared = prepare(with_body(french, "fr-BE"));
  CHECK(declared.postings.language == "fr");
  CHECK(declared.note.empty());

  const PreparedDocument contradicted = prepare(with_body(french, "nl"));
  CHECK(contradicted.postings.language == "fr");
  CHECK(contradicted.overridden);
  CHECK(contradicted.note == "declared nl, detected fr");

  WriterOptions forced;
  forced.language = "nl";
  const PreparedDocument obeyed = prepare(with_body(french, "fr"), forced);
  CHECK(obeyed.postings.language == "nl");
  CHECK_FALSE(obeyed.overridden);
}

TEST_CASE("a date that is not understood is noted") {
  StoredDocument document = with_body(french);
  document.date = "yesterday";
  CHECK(prepare(document).note == "date not understood: 'yesterday'");
}

TEST_CASE("figures of a date are read in the language that is declared, else the one that is detected") {
  StoredDocument document = with_body(french);
  document.date = "03/02/2025";
  const auto day = [](const PreparedDocument& prepared) {
    return test::terms_of(prepared.postings).count("D20250203") == 1;
  };
  CHECK(day(prepare(document)));
  document.language = "en-US";
  CHECK_FALSE(day(prepare(document)));
}

TEST_CASE("a document without a body, or with no name to go by, is rejected") {
  nsearch::Document document;
  document.id = "1";
  document.title = "Title";
  CHECK(reason_to_reject(document) == "no body");
  document.body = " \n\t ";
  CHECK(reason_to_reject(document) == "no body");
  document.body = "text";
  CHECK(reason_to_reject(document).empty());
  document.id.clear();
  CHECK_FALSE(reason_to_reject(document).empty());
  document.url = "http://a.example/";
  CHECK(reason_to_reject(document).empty());
}

TEST_CASE("options name languages that exist") {
  WriterOptions options;
  options.language = "nl-BE";
  options.candidates = {"fra", "EN"};
  const WriterOptions reduced = checked(options);
  CHECK(reduced.language == "nl");
  CHECK(reduced.candidates == std::vector<std::string>{"fr", "en"});
  options.language = "qq";
  try {
    checked(options);
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::usage);
    CHECK(std::string(error.what()).find("qq") != std::string::npos);
  }
}

TEST_CASE("a quotation in another language is stemmed as that language") {
  const std::string quotation =
      "« De onderhandelingen over de begrotingen van de ziekenhuizen zijn gisteren opnieuw vastgelopen, en "
      "niemand weet hoe het nu verder moet. » ";
  std::string body = french;
  body.append(" ").append(quotation).append("Les négociations reprendront lundi.");
  const PreparedDocument mixed = prepare(with_body(body));
  CHECK(mixed.postings.language == "fr");
  CHECK(mixed.postings.languages == std::vector<std::string>{"fr", "nl"});
  const test::Terms terms = test::terms_of(mixed.postings);
  CHECK(terms.count("Lfr") == 1);
  CHECK(terms.count("Lnl") == 1);
  CHECK(terms.count("Znl:" + stem("nl", "begrotingen")) == 1);
  CHECK(terms.count("Zfr:" + stem("fr", "begrotingen")) == 0);
  CHECK(terms.count("Zfr:" + stem("fr", "négociations")) == 1);
  CHECK(terms.count("Znl:" + stem("nl", "négociations")) == 0);
  const auto spans = nsearch::decode_record(mixed.postings.record).spans;
  REQUIRE(spans.size() == 3);
  CHECK(body.substr(spans[1].begin, spans[1].end - spans[1].begin) == quotation);

  WriterOptions options;
  options.candidates = {"fr", "en"};
  CHECK(prepare(with_body(body), options).postings.languages == std::vector<std::string>{"fr"});
  options.candidates.clear();
  options.language = "fr";
  CHECK(prepare(with_body(body), options).postings.languages == std::vector<std::string>{"fr"});
}
