// SPDX-License-Identifier: GPL-2.0-or-later
#include "progress.h"

#include <catch2/catch.hpp>

#include "numbers.h"

using namespace nsearch;
using namespace nsearch::cli;

TEST_CASE("numbers are grouped by three") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("progress tells documents, rate, rejected, share and time left") {
  IndexProgress p;
  p.documents = 1234;
  p.rejected = 2;
  p.bytes = 50'000'000;
  p.total_bytes = 100'000'000;
  p.seconds = 10;
  CHECK(progress_text(p) == "1,234 documents  5.0 MB/s  2 rejected  [==========>         ] 50 %  0:10 left");
}

TEST_CASE("without a known size there is no bar") {
  IndexProgress p;
  p.documents = 5;
  p.bytes = 1000;
  p.seconds = 1;
  CHECK(progress_text(p) == "5 documents  0.0 MB/s");
}

TEST_CASE("more read than expected is still 100 %") {
  IndexProgress p;
  p.bytes = 300;
  p.total_bytes = 100;
  CHECK(progress_text(p) == "0 documents  [====================] 100 %");
}
