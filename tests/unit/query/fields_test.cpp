// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fields.h"

#include <catch2/catch.hpp>

using nsearch::searcher::FieldTable;

TEST_CASE("whatever a table of fields is asked first, it knows its names") {
  const nsearch::ParseOptions none;
  CHECK(FieldTable(none).find("TITLE")->name == "title");
  CHECK(FieldTable(none).find("Lang")->filter);
  CHECK(FieldTable(none).find("ttile") == nullptr);
  CHECK(FieldTable(none).nearest("ttile") == "title");
  CHECK(FieldTable(none).list().substr(0, 13) == "title:, body:");
  nsearch::ParseOptions own;
  own.fields = {"body"};
  own.filters = {"Desk"};
  CHECK(FieldTable(own).nearest("dsk") == "Desk");
  CHECK(FieldTable(own).list() == "body:, Desk:");
}
