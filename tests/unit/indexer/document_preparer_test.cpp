// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_preparer.h"

#include <catch2/catch.hpp>

#include "nsearch/error.h"

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
