// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/endings.h"

using nsearch::searcher::with_even_ending;

TEST_CASE("endings that languages write each in its way become one") {
  const auto same = [](const char* a, const char* b) { return with_even_ending(a) == with_even_ending(b); };
  CHECK(with_even_ending("distillation") == "distillati");
  CHECK(with_even_ending("distillaties") == "distillati");
  CHECK(same("catastrofique", "catastrofisch"));
  CHECK(same("solidarite", "solidariteit"));
  CHECK(same("privatiser", "privatiseren"));
  CHECK(same("inspecteurs", "inspectors"));
  CHECK(same("militaires", "militair"));
}

TEST_CASE("short words keep theirs") {
  CHECK(with_even_ending("son") == "son");
  CHECK(with_even_ending("nation") == "nation");
  CHECK(with_even_ending("").empty());
}
