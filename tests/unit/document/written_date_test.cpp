// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "nsearch/document.h"

using nsearch::format_date;
using nsearch::parse_written_date;

namespace {

/// What a date means, in ISO 8601; "-" where it is none.
std::string iso(std::string_view text, std::string_view language = {}) {
  const auto time = parse_written_date(text, language);
  return time ? format_date(*time) : "-";
}

}  // namespace

TEST_CASE("a written day is read in French, Dutch, English and German") {
  const std::string text = GENERATE(values<std::string>({
      "13 mars 2025",
      "le jeudi 13 mars 2025",
      "Publié le 13 mars 2025",
      "PUBLIÉ LE 13 MARS 2025",
      "Mis à jour le 13 mars 2025",
      "mar. 13 mars 2025",
      "13 maart 2025",
      "donderdag 13 maart 2025",
      "do 13 mrt. 2025",
      "Gepubliceerd op 13 maart 2025",
      "Mar 13,2025",
      "Mar. 13, 2025",
      "March 13th, 2025",
      "Thursday, the 13th of March 2025",
      "Published on: March 13, 2025",
      "13. März 2025",
      "Donnerstag, den 13. Maerz 2025",
      "Do., 13. Mrz. 2025",
      "vom 13.3.2025",
      "2025/03/13",
      "2025-3-13",
      "2025.03.13",
      "13.03.2025",
      "13/03/2025",
      "13-03-2025",
      "03/13/2025",
      "2025 March 13",
      "  13 mars\u00a02025 ",
      "13\u202fmars 2025.",
      "13 – mars – 2025",
      "13 mars 2025 | Mis à jour le 14 mars 2025",
      "13 maart 2025, laatst bijgewerkt: 14 maart 2025",
      "2025-03-13",
      "20250313",
  }));
  INFO(text);
  CHECK(iso(text) == "2025-03-13");
}

TEST_CASE("every month has its names in each language") {
  const char* const names[] = {"1er janvier|1 januari|January 1st|1. Januar|1. Jänner|1 janv.",
                               "1er février|1 februari|February 1|1. Februar|1. Feber|1 févr.",
                               "1er mars|1 maart|March 1|1. März|1 mrt",
                               "1er avril|1 april|April 1|1. April|1 avr.",
                               "1er mai|1 mei|May 1|1. Mai",
                               "1er juin|1 juni|June 1|1. Juni",
                               "1er juillet|1 juli|July 1|1. Juli|1 juil.",
                               "1er août|1 augustus|August 1|1. August|1 aout",
                               "1er septembre|1 september|September 1|1. September|1 sept.",
                               "1er octobre|1 oktober|October 1|1. Oktober|1 okt",
                               "1er novembre|1 november|November 1|1. November",
                               "1er décembre|1 december|December 1|1. Dezember|1 déc."};
  for (int month = 0; month < 12; ++month) {
    std::string_view all = names[month];
    const std::string expected =
        std::string("2024-") + (month < 9 ? "0" : "") + std::to_string(month + 1) + "-01";
    while (!all.empty()) {
      const std::string_view name = all.substr(0, all.find('|'));
      all.remove_prefix(std::min(all.size(), name.size() + 1));
      INFO(name);
      CHECK(iso(std::string(name) + " 2024") == expected);
    }
  }
}

TEST_CASE("times and zones are read with a date") {
  const auto [text, expected] = GENERATE(table<const char*, const char*>({
      {"13 mars 2025 à 9h30", "2025-03-13T09:30:00Z"},
      {"13 mars 2025 à 9 h 30", "2025-03-13T09:30:00Z"},
      {"13 mars 2025, 9h", "2025-03-13T09:00:00Z"},
      {"à 9h30, le 13 mars 2025", "2025-03-13T09:30:00Z"},
      {"13 mars 2025 - 09:30:15", "2025-03-13T09:30:15Z"},
      {"13 mars 2025 à 09h30 CET", "2025-03-13T08:30:00Z"},
      {"13 maart 2025, 09:30 uur", "2025-03-13T09:30:00Z"},
      {"13 maart 2025 om 9.30 uur", "2025-03-13T09:30:00Z"},
      {"13 maart 2025 9u30", "2025-03-13T09:30:00Z"},
      {"13 maart 2025 | 9.30", "2025-03-13T09:30:00Z"},
      {"13. März 2025 um 9.30 Uhr", "2025-03-13T09:30:00Z"},
      {"13.03.2025, 09:30 Uhr (MEZ)", "2025-03-13T08:30:00Z"},
      {"13:30 am 2. März 2025", "2025-03-02T13:30:00Z"},
      {"March 13, 2025 at 9:30 AM", "2025-03-13T09:30:00Z"},
      {"March 13, 2025 9:30 p.m. EST", "2025-03-14T02:30:00Z"},
      {"March 13, 2025, 9 pm EDT", "2025-03-14T01:00:00Z"},
      {"March 13, 2025 12:15 am", "2025-03-13T00:15:00Z"},
      {"March 13, 2025 12:15pm", "2025-03-13T12:15:00Z"},
      {"Thu, 13 Mar 2025 09:30:00 +0100", "2025-03-13T08:30:00Z"},
      {"Thu, 13 Mar 2025 09:30:00 -0530", "2025-03-13T15:00:00Z"},
      {"Thu, 13 Mar 2025 09:30:00 GMT", "2025-03-13T09:30:00Z"},
      {"Thu, 13 Mar 2025 09:30:00 CEST", "2025-03-13T07:30:00Z"},
      {"Thu, 13 Mar 2025 09:30 Z", "2025-03-13T09:30:00Z"},
      {"13 Mar 2025 09:30:00 -0500 (Eastern Standard Time)", "2025-03-13T14:30:00Z"},
      {"Thu, 13 Mar 25 09:30:00 GMT", "2025-03-13T09:30:00Z"},
      {"Sat, 13 Mar 99 09:30:00 GMT", "1999-03-13T09:30:00Z"},
      {"Thu Mar 13 09:30:00 2025", "2025-03-13T09:30:00Z"},
      {"Thu Mar 13 09:30:00 CET 2025", "2025-03-13T08:30:00Z"},
      {"Thu Mar 13 2025 09:30:00 GMT+0100 (CET)", "2025-03-13T08:30:00Z"},
      {"2025-03-13 09:30:00 +0100", "2025-03-13T08:30:00Z"},
      {"2025-03-13 09:30:00 UTC", "2025-03-13T09:30:00Z"},
      {"2025-03-13T9:30:00+01:00", "2025-03-13T08:30:00Z"},
      {"2025-03-13 09:30:00.123 +01:00", "2025-03-13T08:30:00Z"},
      {"2025/03/13 09:30", "2025-03-13T09:30:00Z"},
      {"13/03/2025 à 09:30", "2025-03-13T09:30:00Z"},
      {"13 mars 2025 à 0h05 | Modifié le 14/03/2025 à 9h", "2025-03-13T00:05:00Z"},
      {"2025-03-13T09:30:00+01:00", "2025-03-13T08:30:00Z"},
  }));
  INFO(text);
  CHECK(iso(text) == expected);
}

TEST_CASE("a time in a zone that nobody can tell leaves the day") {
  CHECK(iso("Thu, 13 Mar 2025 09:30:00 IST") == "2025-03-13");
}

TEST_CASE("a month is its first day") {
  CHECK(iso("mars 2025") == "2025-03-01");
  CHECK(iso("maart 2025") == "2025-03-01");
  CHECK(iso("2025-03") == "2025-03-01");
}

TEST_CASE("figures whose order is open are read by the language") {
  CHECK(iso("03/04/2025") == "-");
  CHECK(iso("03/04/2025", "fr") == "2025-04-03");
  CHECK(iso("03-04-2025", "nl-BE") == "2025-04-03");
  CHECK(iso("03/04/2025", "en-GB") == "2025-04-03");
  CHECK(iso("03/04/2025", "en-US") == "2025-03-04");
  CHECK(iso("03/04/2025", "en") == "-");
  CHECK(iso("03/04/2025", "und") == "-");
  CHECK(iso("04/04/2025") == "2025-04-04");
  CHECK(iso("13/03/2025", "en-US") == "2025-03-13");
  CHECK(iso("03/13/2025", "fr") == "2025-03-13");
  CHECK(iso("03.04.2025") == "2025-04-03");
}

TEST_CASE("what names no date, or more than one, gives nothing") {
  const std::string text = GENERATE(values<std::string>({
      "",
      " ",
      "mars",
      "13 mars",
      "13",
      "13 mars 25",
      "13 mars 20255",
      "13 mars 025",
      "13/03/25",
      "13/13/2025",
      "0/3/2025",
      "31 februari 2025",
      "29 février 2025",
      "31/04/2025",
      "0 mars 2025",
      "32 mars 2025",
      "13 nivôse 2025",
      "mars 13 mars 2025",
      "13 mars 2025 14 mars 2025",
      "13 mars 2025 - 14 mars 2025",
      "13/03/2025 14/03/2025",
      "13 mars 2025 9h30 10h30",
      "13 mars 2025 24:00",
      "13 mars 2025 9:60",
      "13 mars 2025 9:3",
      "13 mars 2025 + 0100",
      "13 mars 2025 +0100",
      "13 mars 2025 9:30 +2500",
      "13 mars 2025 9:30 +0100 +0100",
      "mars 2025 9h30",
      "la réunion du 13 mars 2025",
      "2025-03-13Z",
      "2025-072",
      "13 mars 0000",
      "13\xff mars 2025",
      std::string("13 mars 2025\0x", 14),
      "12345678901234567890 mars 2025",
  }));
  INFO(text);
  CHECK(iso(text) == "-");
  std::string padded(200, ' ');
  padded += "13 mars 2025";
  CHECK_FALSE(parse_written_date(padded));
}

TEST_CASE("whatever is read of a written date is a date") {
  std::mt19937 random(13032025);
  const std::string pieces[] = {"13",  "mars", "2025", "9h30", "09:30:00", "+0100",      "GMT",  "le",
                                "1er", "/",    "-",    "2025", "03",       "am",         "pm",   "mar",
                                "Uhr", ".",    "(",    ")",    ":",        "13.03.2025", "\xff", "é",
                                "h",   "99",   "00",   "T",    "Z",        "mis",        ",",    "à"};
  int read = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text;
    for (std::uint32_t left = random() % 8; left > 0; --left) {
      text += pieces[random() % std::size(pieces)];
      if (random() % 4 != 0) text += ' ';
    }
    const auto time = parse_written_date(text);
    if (!time) continue;
    ++read;
    const auto again = parse_written_date(format_date(*time));
    if (!again || again->seconds != time->seconds) FAIL(text << " reads as " << format_date(*time));
  }
  CHECK(read > 1'000);
}
