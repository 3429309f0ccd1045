// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_terms.h"

#include <catch2/catch.hpp>

#include "storage/index_schema.h"
#include "storage/record.h"
#include "support.h"

using nsearch::StoredDocument;
using nsearch::indexer::DocumentPostings;
using nsearch::indexer::DocumentTerms;
using test::shown;
using test::stored;
using test::Terms;

namespace {

Terms make(const StoredDocument& document) {
  DocumentTerms terms;
  DocumentPostings out;
  terms.make(document, "d1", out);
  return test::terms_of(out);
}

/// The terms of text alone: boolean ones taken off.
Terms text_terms(const StoredDocument& document) {
  Terms kept;
  for (const auto& [term, text] : make(document)) {
    if (std::string_view("QLNAHYMDXOG").find(term[0]) == std::string_view::npos) kept.emplace(term, text);
  }
  return kept;
}

std::string positions(const Terms& terms, const std::string& term) {
  const auto found = terms.find(term);
  return found == terms.end() ? "absent" : found->second;
}

}  // namespace

TEST_CASE("all terms of a small French article") {
  StoredDocument document =
      stored("fr-1", "fr", "L’IA d'école", "La distillation de Deepseek-V3 : 16,86 %.\nDes écoles chaudes.");
  document.url = "https://www.lesoir.be/a";
  document.date = "2025-03-13T23:30:00-01:00";
  document.source = "Le Soir";
  document.author = "Zoé  Noël";
  document.facets = {{"rubrique", "Économie"}};
  document.origin = {"in/a.jsonl", 3};
  const std::string facet_term = nsearch::schema::facet_term("rubrique", "economie");
  CHECK(shown(make(document)) ==
        shown(Terms{
            // Title: positions from 1.
            {"ia", "1@1"},
            {"Sia", "1"},
            {"Zfr:ia", "1"},
            {"SZfr:ia", "1"},
            {"ecole", "1@2"},
            {"Secole", "1"},
            {"Eécole", "1"},
            {"SZfr:ecol", "1"},
            // Body: from 200, with a gap of 10 between paragraphs. Stop words have no stem.
            {"la", "1@200"},
            {"distillation", "1@201"},
            {"Zfr:distill", "1"},
            {"de", "1@202"},
            {"deepseek", "1@203"},
            {"Zfr:deepseek", "1"},
            {"deepseekv3", "1@203"},
            {"v3", "1@204"},
            {"Zfr:v3", "1"},
            {"16.86", "1@205"},
            {"des", "1@216"},
            {"ecoles", "1@217"},
            {"Eécoles", "1"},
            {"Zfr:ecol", "2"},  // of the title's word and the body's
            {"chaudes", "1@218"},
            {"Zfr:chaud", "1"},
            // The title and two paragraphs end.
            {"Bp", "0@2,205,218"},
            // Fields.
            {"Qfr-1", "0"},
            {"Lfr", "0"},
            {"Nle soir", "0"},
            {"Azoe noel", "0"},
            {"Hlesoir.be", "0"},
            {"Y2025", "0"},
            {"M202503", "0"},
            {"D20250314", "0"},
            {facet_term, "0"},
            {"Oin/a.jsonl", "0"},
            {"Gd1", "0"},
        }));
}

TEST_CASE("sentences and paragraphs are marked where their last word stands") {
  const Terms terms = make(stored("1", "en", "", "One two. Three four! Five.\n\nSix seven. Eight."));
  CHECK(positions(terms, "Bs") == "0@201,203,216");
  CHECK(positions(terms, "Bp") == "0@204,217");
  CHECK(positions(terms, "six") == "1@215");
}

TEST_CASE("the lead is the first forty words of a long body without a title") {
  std::string body;
  for (int i = 0; i < 39; ++i) body += "mot ";
  body += "ciel chats ";
  const std::string filler(500, '.');
  const Terms untitled = make(stored("1", "fr", "", body + filler));
  CHECK(positions(untitled, "Ifr:mot") == "39");
  CHECK(positions(untitled, "Ifr:ciel") == "1");
  CHECK(positions(untitled, "Zfr:chat") == "1");
  CHECK(positions(untitled, "Ifr:chat") == "absent");
  CHECK(positions(untitled, "SZfr:mot") == "absent");
  const Terms titled = make(stored("1", "fr", "un titre", body + filler));
  CHECK(positions(titled, "Ifr:titr") == "absent");
  CHECK(positions(titled, "Ifr:mot") == "absent");
  CHECK(positions(make(stored("1", "fr", "", "mot")), "Ifr:mot") == "absent");
}

TEST_CASE("a long title pushes the body back") {
  std::string title;
  for (int i = 0; i < 195; ++i) title += "mot ";
  CHECK(positions(make(stored("1", "fr", title, "corps")), "corps") == "1@205");
  CHECK(positions(make(stored("1", "fr", title.substr(4), "corps")), "corps") == "1@204");
  CHECK(positions(make(stored("1", "fr", "mot", "corps")), "corps") == "1@200");
}

TEST_CASE("each passage is stemmed in its own language, and positions go on") {
  const std::string dutch = "Hij zei tegen ons: \"", english = "the prices keep falling",
                    rest = "\" in de kamer.";
  StoredDocument document = stored("1", "nl", "", dutch + english + rest);
  const auto a = static_cast<std::uint32_t>(dutch.size());
  const auto b = a + static_cast<std::uint32_t>(english.size());
  document.spans = {{0, a, "nl"}, {a, b, "en"}, {b, static_cast<std::uint32_t>(document.body.size()), "nl"}};
  const Terms terms = make(document);
  CHECK(positions(terms, "Zen:price") == "1");
  CHECK(positions(terms, "Znl:prices") == "absent");
  CHECK(positions(terms, "Zen:fall") == "1");
  CHECK(positions(terms, "Znl:kamer") == "1");
  CHECK(positions(terms, "the") == "1@204");
  CHECK(positions(terms, "in") == "1@208");
  CHECK(positions(terms, "kamer") == "1@210");
  CHECK(positions(terms, "Len") == "0");
  CHECK(positions(terms, "Lnl") == "0");
  // Neither change of language ends a sentence; the body's end does.
  CHECK(positions(terms, "Bs") == "absent");
  CHECK(positions(terms, "Bp") == "0@210");
}

TEST_CASE("between passages a full stop ends a sentence and a line break a paragraph") {
  const std::string first = "Eerste zin. ", second = "Second sentence.\n", third = "Derde.";
  StoredDocument document = stored("1", "nl", "", first + second + third);
  const auto a = static_cast<std::uint32_t>(first.size());
  const auto b = a + static_cast<std::uint32_t>(second.size());
  document.spans = {{0, a, "nl"}, {a, b, "en"}, {b, static_cast<std::uint32_t>(document.body.size()), "nl"}};
  const Terms terms = make(document);
  CHECK(positions(terms, "Bs") == "0@201");
  CHECK(positions(terms, "Bp") == "0@203,214");
  CHECK(positions(terms, "derde") == "1@214");
}

TEST_CASE("a passage that holds no word leaves the end of the body where its last word is") {
  const std::string first = "Hij zei: « the prices fall", second = " ».";
  StoredDocument document = stored("1", "nl", "", first + second);
  const auto a = static_cast<std::uint32_t>(first.size());
  document.spans = {{0, a, "en"}, {a, static_cast<std::uint32_t>(document.body.size()), "nl"}};
  CHECK(positions(make(document), "Bp") == "0@204");
}

TEST_CASE("the exact form is indexed only where it differs from the surface form") {
  const Terms terms = text_terms(stored("1", "en", "", "Resume résumé"));
  CHECK(shown(terms) == shown(Terms{{"resume", "2@200,201"},
                                    {"Erésumé", "1"},
                                    {"Zen:resum", "1"},
                                    {"Zen:resume", "1"},
                                    {"Bp", "0@201"}}));
}

TEST_CASE("in an undetermined language the stem is the surface form, of every word") {
  const Terms terms = text_terms(stored("1", "und", "", "La maison"));
  CHECK(shown(terms) ==
        shown(Terms{
            {"la", "1@200"}, {"maison", "1@201"}, {"Zund:la", "1"}, {"Zund:maison", "1"}, {"Bp", "0@201"}}));
}

TEST_CASE("a term of any length stays within the bound, and different words stay different") {
  const std::string a(5000, 'a'), b = a + "b";
  const Terms terms = text_terms(stored("1", "und", a, a + " " + b));
  std::size_t surfaces = 0;
  for (const auto& [term, text] : terms) {
    CHECK(term.size() <= nsearch::schema::max_term_bytes);
    if (term[0] == 'a') ++surfaces;
  }
  CHECK(surfaces == 2);
  CHECK(positions(terms, nsearch::schema::bounded_term("", a)) == "2@1,200");
  CHECK(positions(terms, nsearch::schema::language_term("Z", "und", b)) == "1");
  CHECK(positions(terms, nsearch::schema::bounded_term("S", a)) == "1");
}

TEST_CASE("the record gives the document back, and an object is used again without traces") {
  DocumentTerms terms;
  DocumentPostings out, again;
  StoredDocument document = stored("id", "nl", "Titel", "Een tekst over dalingen.");
  document.modified = 42;
  terms.make(document, "x", out);
  terms.make(stored("other", "fr", "Autre", "Chose."), "y", again);
  DocumentPostings second;
  terms.make(document, "x", again);
  CHECK(test::terms_of(again) == test::terms_of(out));
  CHECK(again.values == out.values);
  const StoredDocument read = nsearch::decode_record(out.record);
  CHECK(read.body == document.body);
  CHECK(read.modified == 42);
  CHECK(out.bytes == document.title.size() + document.body.size());
}
