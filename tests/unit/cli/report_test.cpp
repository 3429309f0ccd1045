// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "index_report.h"

using namespace nsearch;
using namespace nsearch::cli;

namespace {

IndexSummary summary() {
  IndexSummary s;
  s.added = 1200;
  s.updated = 3;
  s.rejected = 2;
  s.duplicates = 1;
  s.documents = 1203;
  s.files = 4;
  s.bytes = 2'500'000;
  s.seconds = 2;
  s.languages = {{"fr", 3}, {"nl", 1200}};
  s.overridden = 1;
  return s;
}

}  // namespace

TEST_CASE("the summary for people, largest language first") {
  std::ostringstream out;
  print_summary(out, summary(), "news.idx");
  CHECK(out.str() ==
        "news.idx: 1,200 added, 3 updated, 0 unchanged, 2 rejected, 1 ids came again (the last one won); "
        "1,203 documents in all\n"
        "languages: nl 1,200 fr 3 (declared otherwise: 1)\n"
        "4 files, 2.5 MB in 2.0 s (601 documents/s)\n");
}

TEST_CASE("the summary for programs") {
  std::ostringstream out;
  print_summary_json(out, summary());
  const auto json = nlohmann::json::parse(out.str());
  CHECK(json["version"] == 1);
  CHECK(json["added"] == 1200);
  CHECK(json["rejected"] == 2);
  CHECK(json["languages"]["nl"] == 1200);
  CHECK(json["cancelled"] == false);
}
