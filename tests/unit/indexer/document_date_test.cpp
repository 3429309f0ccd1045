// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_date.h"

#include <catch2/catch.hpp>

using nsearch::Document;
using nsearch::indexer::settle_date;

namespace {

constexpr std::int64_t noon = 1741867200;  // 2025-03-13T12:00:00Z

/// The date that is kept, and what is said of it: "2025-03-13|".
std::string settled(const char* date, const char* language = "") {
  Document document;
  document.date = date;
  const std::string note = settle_date(document, language, noon);
  return document.date + '|' + note;
}

}  // namespace

TEST_CASE("a written date is kept in ISO 8601") {
  CHECK(settled("13 mars 2025") == "2025-03-13|");
  CHECK(settled("Thu, 13 Mar 2025 09:30:00 +0100") == "2025-03-13T08:30:00Z|");
  CHECK(settled("2025-03-13T09:30:00+01:00") == "2025-03-13T09:30:00+01:00|");
  CHECK(settled("2025") == "2025|");
  CHECK(settled("03/02/2025", "nl") == "2025-02-03|");
  CHECK(settled("03/02/2025", "en-US") == "2025-03-02|");
  CHECK(settled("") == "|");
}

TEST_CASE("a date in the future or before 1600 is left out, and said so") {
  CHECK(settled("2025-03-14T12:00:00Z") == "2025-03-14T12:00:00Z|");
  CHECK(settled("2025-03-14T12:00:01Z") ==
        "|date doubted and left out: '2025-03-14T12:00:01Z' is in the future");
  CHECK(settled("15 mars 2025") == "|date doubted and left out: '15 mars 2025' is in the future");
  CHECK(settled("1600-01-01") == "1600-01-01|");
  CHECK(settled("1599-12-31") == "|date doubted and left out: '1599-12-31' is before 1600");
  CHECK(settled("1 januari 0001") == "|date doubted and left out: '1 januari 0001' is before 1600");
}

TEST_CASE("what is no date stays to be seen") {
  CHECK(settled("soon") == "soon|date not understood: 'soon'");
  CHECK(settled("03/02/2025", "en") == "03/02/2025|date not understood: '03/02/2025'");
}
