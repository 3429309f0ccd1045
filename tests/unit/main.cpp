// SPDX-License-Identifier: GPL-2.0-or-later
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

int main(int argc, char** argv) {
  // Catch2 gives the number of failed tests, and four would be taken for "skipped".
  return Catch::Session().run(argc, argv) == 0 ? 0 : 1;
}
