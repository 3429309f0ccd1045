// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_fields.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <map>

#include "storage/index_schema.h"
#include "support.h"

using nsearch::StoredDocument;
using nsearch::indexer::DocumentPostings;
using nsearch::indexer::TermTable;
using nsearch::indexer::url_host;

namespace {

DocumentPostings fields(const StoredDocument& document) {
  TermTable terms;
  DocumentPostings out;
  nsearch::indexer::add_fields(document, "digest", terms, out);
  terms.write(out);
  return out;
}

std::map<std::uint32_t, std::string> values(const DocumentPostings& postings) {
  return {postings.values.begin(), postings.values.end()};
}

}  // namespace

TEST_CASE("the host of a URL") {
  CHECK(url_host("https://www.VRT.be/nieuws?x=1") == "vrt.be");
  CHECK(url_host("http://user:secret@news.example:8080#top") == "news.example");
  CHECK(url_host("https://wwwnews.example/") == "wwwnews.example");
  CHECK(url_host("http://[2001:db8::1]:80/") == "[2001:db8::1]");
  CHECK(url_host("mailto:a@b.example").empty());
  CHECK(url_host("").empty());
}

TEST_CASE("values stand in their slots") {
  StoredDocument document = test::stored("id-1", "nl", "", "tekst");
  document.date = "1969-12-31";
  document.source = "De  Standaard";
  document.author = "Ann";
  document.modified = 12;
  const auto found = values(fields(document));
  CHECK(Xapian::sortable_unserialise(found.at(nsearch::schema::slot_date)) == -86400);
  CHECK(found.at(nsearch::schema::slot_tie_break) == "id-1");
  CHECK(Xapian::sortable_unserialise(found.at(nsearch::schema::slot_modified)) == 12);
  CHECK(found.at(nsearch::schema::slot_language) == "nl");
  CHECK(found.at(nsearch::schema::slot_source) == "De  Standaard");
  CHECK(found.at(nsearch::schema::slot_author) == "Ann");
  CHECK(found.size() == 6);
}

TEST_CASE("what a document lacks leaves no term and no value") {
  const DocumentPostings out = fields(test::stored("1", "fr", "", "texte"));
  CHECK(test::terms_of(out) == test::Terms{{"Q1", "0"}, {"Lfr", "0"}, {"Gdigest", "0"}});
  CHECK(values(out).count(nsearch::schema::slot_date) == 0);
  CHECK(out.facets.empty());
}

TEST_CASE("a date that is none gives neither term nor value") {
  StoredDocument document = test::stored("1", "fr", "", "texte");
  document.date = "2025-02-30";
  const DocumentPostings out = fields(document);
  CHECK(test::terms_of(out).count("Y2025") == 0);
  CHECK(values(out).count(nsearch::schema::slot_date) == 0);
}

TEST_CASE("facets: a folded term each, one slot a name, values as written") {
  StoredDocument document = test::stored("1", "fr", "", "texte");
  document.facets = {{"tag", "Économie"}, {"section", "Monde"}, {"tag", "Été"}, {"", "x"}, {"empty", ""}};
  const DocumentPostings out = fields(document);
  const auto terms = test::terms_of(out);
  CHECK(terms.count(nsearch::schema::facet_term("tag", "economie")) == 1);
  CHECK(terms.count(nsearch::schema::facet_term("tag", "ete")) == 1);
  CHECK(terms.count(nsearch::schema::facet_term("section", "monde")) == 1);
  CHECK(terms.size() == 6);
  CHECK(values(out).at(nsearch::schema::facet_slot("tag")) == "Économie\x1fÉté");
  CHECK(values(out).at(nsearch::schema::facet_slot("section")) == "Monde");
  CHECK(out.facets == std::vector<std::string>{"section", "tag"});
}

TEST_CASE("values are ordered by slot, each slot once") {
  StoredDocument document = test::stored("1", "fr", "", "texte");
  for (int i = 0; i < 50; ++i) document.facets.emplace_back("f" + std::to_string(i), "v");
  const DocumentPostings out = fields(document);
  for (std::size_t i = 1; i < out.values.size(); ++i) CHECK(out.values[i - 1].first < out.values[i].first);
}
