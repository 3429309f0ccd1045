// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/index_schema.h"

#include <unicode/unistr.h>
#include <xapian.h>
#include <xxhash.h>

#include <catch2/catch.hpp>
#include <set>

#include "support.h"

using namespace nsearch::schema;

namespace {

bool is_well_formed(const std::string& utf8) {
  std::string again;
  icu::UnicodeString::fromUTF8(utf8).toUTF8String(again);
  return again == utf8;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

std::string digest(const std::string& text) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  return digits;
}

}  // namespace

TEST_CASE("a term that fits is prefix and text") {
  CHECK(bounded_term("Q", "fr-1") == "Qfr-1");
  CHECK(bounded_term("", "distillation") == "distillation");
  CHECK(bounded_term("Q", "") == "Q");
  const std::string longest(max_term_bytes - 1, 'a');
  CHECK(bounded_term("Q", longest) == "Q" + longest);
}

TEST_CASE("a term that is too long is cut and closed by the digest of its whole text") {
  const std::string text(max_term_bytes, 'a');
  const std::string term = bounded_term("Q", text);
  CHECK(term == "Q" + std::string(max_term_bytes - 1 - 16, 'a') + digest(text));
  CHECK(bounded_term("Q", text) == term);
  CHECK(bounded_term("Q", text + 'a') != term);
  CHECK(bounded_term("H", text) != term);
}

TEST_CASE("a term is cut between characters") {
  for (const char* character : {"é", "\u20ac", "\U0001f600"}) {
    for (int shift = 0; shift < 4; ++shift) {
      const std::string text = std::string(static_cast<std::size_t>(shift), 'x') + repeated(character, 150);
      const std::string term = bounded_term("Zfr:", text);
      INFO(character << " after " << shift);
      CHECK(term.size() <= max_term_bytes);
      CHECK(term.size() > max_term_bytes - 4);
      CHECK(is_well_formed(term));
    }
  }
  // What is no UTF-8 at all is cut too.
  CHECK(bounded_term("Q", std::string(1000, '\x80')).size() <= max_term_bytes);
}

TEST_CASE("every bounded term is one that Xapian stores") {
  storage_test::TemporaryFolder folder;
  const std::string texts[] = {std::string(1000, 'a'), std::string(219, '\0'),
                               std::string(400, '\0'), repeated(std::string("a\0", 2), 100),
                               repeated("é", 500),     std::string(1000, '\xff')};
  Xapian::WritableDatabase database((folder / "db").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  Xapian::Document document;
  for (const std::string& text : texts) {
    document.add_term(bounded_term("Q", text));
    document.add_posting(facet_term("name", text), 1);
  }
  database.add_document(document);
  REQUIRE_NOTHROW(database.commit());
  for (const std::string& text : texts) {
    CHECK(database.term_exists(bounded_term("Q", text)));
  }
}

TEST_CASE("stem terms carry their language") {
  CHECK(language_term(prefix::stem, "fr", "distill") == "Zfr:distill");
  CHECK(language_term(prefix::title_stem, "nl", "dal") == "SZnl:dal");
  CHECK(language_term(prefix::lead, "nl", "dal") == "Inl:dal");
  CHECK(language_term(prefix::compound_part, "nl", "koers") == "Knl:koers");
  CHECK(language_term(prefix::stem, "und", "x") == "Zund:x");
  CHECK(language_term(prefix::stem, "fr", std::string(500, 'a')).size() == max_term_bytes);
  CHECK(language_term(prefix::stem, "fr", std::string(500, 'a')).substr(0, 5) == "Zfr:a");
}

TEST_CASE("facets have terms and slots by name") {
  CHECK(facet_term("category", "technologie") == "XFcategory:technologie");
  CHECK(facet_term(std::string(500, 'n'), "value").size() == max_term_bytes);
  CHECK(facet_term(std::string(500, 'n'), "a") != facet_term(std::string(500, 'n'), "b"));

  // Part of the format: these must never change.
  CHECK(facet_slot("category") ==
        slot_facets + static_cast<std::uint32_t>(XXH3_64bits("category", 8) % (1u << 28)));
  std::set<std::uint32_t> slots;
  for (int i = 0; i < 1000; ++i) {
    const std::uint32_t slot = facet_slot("facet" + std::to_string(i));
    CHECK(slot >= slot_facets);
    CHECK(slot < slot_facets + (1u << 28));
    slots.insert(slot);
  }
  CHECK(slots.size() > 990);
}

TEST_CASE("names are folded and their white space is made single") {
  CHECK(fold_name("Agence Française de Presse") == "agence francaise de presse");
  CHECK(fold_name("  Agence\t\nFrance \u00a0Presse\u2003") == "agence france presse");
  CHECK(fold_name("AGENCE\u2028FRANCE\u3000PRESSE") == "agence france presse");
  CHECK(fold_name("De Morgen") == fold_name("de  morgen"));
  CHECK(fold_name("Le Soir\u0301") == fold_name("Le Soiŕ"));
  CHECK(fold_name("R&D, nr. 5") == "r&d, nr. 5");
  CHECK(fold_name("").empty());
  CHECK(fold_name(" \u00a0\t").empty());
}
