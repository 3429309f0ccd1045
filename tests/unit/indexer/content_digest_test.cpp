// SPDX-License-Identifier: GPL-2.0-or-later
#include "content_digest.h"

#include <catch2/catch.hpp>
#include <set>

using nsearch::Document;
using nsearch::WriterOptions;
using nsearch::indexer::content_digest;

TEST_CASE("whatever changes what is indexed changes the digest") {
  Document plain;
  plain.id = "1";
  plain.body = "text";
  std::vector<Document> variants(11, plain);
  variants[1].id = "2";
  variants[2].url = "u";
  variants[3].title = "u";
  variants[4].body = "texts";
  variants[5].language = "fr";
  variants[6].date = "2025";
  variants[7].source = "s";
  variants[8].author = "s";
  variants[9].facets = {{"a", "b"}};
  variants[10].origin.path = "p";
  std::set<std::string> digests;
  for (const Document& variant : variants) digests.insert(content_digest(variant, {}));
  WriterOptions forced, limited;
  forced.language = "fr";
  limited.candidates = {"fr"};
  digests.insert(content_digest(plain, forced));
  digests.insert(content_digest(plain, limited));
  CHECK(digests.size() == 13);
  CHECK(digests.begin()->size() == 32);
}

TEST_CASE("what does not, does not") {
  Document document;
  document.id = "1";
  document.body = "text";
  const std::string digest = content_digest(document, {});
  document.origin.record = 7;
  WriterOptions options;
  options.threads = 3;
  CHECK(content_digest(document, options) == digest);
}

TEST_CASE("fields do not run together") {
  Document a, b;
  a.title = "ab";
  a.body = "c";
  b.title = "a";
  b.body = "bc";
  CHECK(content_digest(a, {}) != content_digest(b, {}));
  a = b = {};
  a.facets = {{"x", "yz"}};
  b.facets = {{"xy", "z"}};
  CHECK(content_digest(a, {}) != content_digest(b, {}));
}
