// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "nsearch/document.h"

using nsearch::Document;
using nsearch::document_id;

TEST_CASE("a document's id is its id, else its URL, else where it was read") {
  Document document;
  document.body = "text";
  CHECK(document_id(document).empty());

  document.origin = {"news/paper.jsonl", 0};
  CHECK(document_id(document) == "news/paper.jsonl");
  document.origin.record = 17;
  CHECK(document_id(document) == "news/paper.jsonl#17");
  document.url = "https://example.org/a";
  CHECK(document_id(document) == "https://example.org/a");
  document.id = "fr-1";
  CHECK(document_id(document) == "fr-1");
}
