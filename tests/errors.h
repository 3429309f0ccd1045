// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <catch2/catch.hpp>

#include "nsearch/error.h"

namespace test {

/// The nsearch::Error that `work` throws; fails the test where it throws none.
template <typename Work>
nsearch::Error error_of(Work&& work) {
  try {
    work();
  } catch (const nsearch::Error& error) {
    return error;
  }
  FAIL("no error was thrown");
  return {nsearch::ErrorCode::internal, {}};
}

template <typename Work>
nsearch::ErrorCode code_of(Work&& work) {
  return error_of(work).code();
}

}  // namespace test
