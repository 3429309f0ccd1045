// SPDX-License-Identifier: GPL-2.0-or-later
#include "detection/text_sample.h"

#include <string>

using nsearch::detection::sample_text;

TEST_CASE("a short text is sampled whole and clean", "[detection]") {
  CHECK(sample_text("de koers") == "de koers\n");
  CHECK(sample_text("a\x01"
                    "b\nc\xFF"
                    "d") == "a b\nc d\n");
  CHECK(sample_text("s\xC2\x92"
                    "engager") == "s'engager\n");
  CHECK(sample_text("rechts\x7Flinks") == "rechts links\n");
  CHECK(sample_text("") == "\n");
}

TEST_CASE("a long text is sampled at its beginning, middle and end", "[detection]") {
  std::string text(20000, '.');
  text.replace(0, 8, "ALPHA a ");
  text.replace(10000, 8, " MIDDLE ");
  text.replace(text.size() - 8, 8, " OMEGA z");
  const std::string sample = sample_text(text);
  CHECK(sample.size() < 2000);
  CHECK(sample.find("ALPHA") != std::string::npos);
  CHECK(sample.find("MIDDLE") != std::string::npos);
  CHECK(sample.find("OMEGA") != std::string::npos);
}

TEST_CASE("passages cut no character", "[detection]") {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string text(shift, 'x');
    while (text.size() < 9000) text += "日";
    const std::string sample = sample_text(text);
    CHECK(sample.find("\xEF\xBF\xBD") == std::string::npos);
    std::string rest = sample;
    for (std::size_t at = 0; (at = rest.find("日")) != std::string::npos;) rest.erase(at, 3);
    CHECK(rest.find_first_not_of("x \n") == std::string::npos);
  }
}

TEST_CASE("no more than the first 64 KiB are read", "[detection]") {
  std::string text(64 * 1024, '.');
  text.append(" BEYOND");
  CHECK(sample_text(text).find("BEYOND") == std::string::npos);
}
