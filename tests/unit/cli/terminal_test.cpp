// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

using namespace nsearch::cli;

TEST_CASE("colour: what is asked for wins, NO_COLOR switches auto off") {
  CHECK(use_colour("always"));
  CHECK_FALSE(use_colour("never"));
  setenv("NO_COLOR", "1", 1);
  CHECK(use_colour("always"));
  CHECK_FALSE(use_colour("auto"));
  setenv("NO_COLOR", "", 1);
  setenv("TERM", "xterm", 1);
  CHECK(use_colour("auto") == output_is_terminal());
  setenv("TERM", "dumb", 1);
  CHECK_FALSE(use_colour("auto"));
}
