// SPDX-License-Identifier: GPL-2.0-or-later
#include "exit_codes.h"

#include <catch2/catch.hpp>

using namespace nsearch;
using namespace nsearch::cli;

TEST_CASE("exit codes are those of docs/cli.md") {
  CHECK(exit_ok == 0);
  CHECK(exit_nothing == 1);
  CHECK(exit_code(ErrorCode::usage) == 2);
  CHECK(exit_rejected == 3);
  for (const ErrorCode code :
       {ErrorCode::no_index, ErrorCode::corrupt, ErrorCode::format_version, ErrorCode::analysis_changed})
    CHECK(exit_code(code) == 4);
  CHECK(exit_code(ErrorCode::locked) == 5);
  CHECK(exit_code(ErrorCode::io) == 6);
  CHECK(exit_code(ErrorCode::unavailable) == 7);
  CHECK(exit_code(ErrorCode::not_found) == 1);
  CHECK(exit_code(ErrorCode::internal) == 70);
}
