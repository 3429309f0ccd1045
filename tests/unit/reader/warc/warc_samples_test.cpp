// SPDX-License-Identifier: GPL-2.0-or-later
// Real archives of other projects: every page that they hold, and no more. The numbers were counted by another program.
#include <catch2/catch.hpp>
#include <map>

#include "paths.h"
#include "reader/container/unpack.h"
#include "support.h"

using namespace reader_test;

namespace {

/// Lets the WARC reader read each of an archive's files whose name says WARC.
class WarcFiles final : public ContentSink {
 public:
  bool content(ByteSource& source, const std::string& path) override {
    if (path.find(".warc") == std::string::npos) return true;
    files[path.substr(path.rfind('/') + 1)] = read_source("warc", source, {}, path);
    return true;
  }
  bool trouble(const std::string& path, std::uint64_t, const std::string& reason) override {
    FAIL(path << ": " << reason);
    return true;
  }

  std::map<std::string, Collected> files;
};

std::map<std::string, Collected> sample_files(const std::string& name) {
  WarcFiles files;
  const std::string path = std::string(NSEARCH_SHARED_DATA) + "/data/formats/" + name;
  if (!std::filesystem::exists(path)) return {};
  const auto source = open_source(path);
  unpack(*source, path, files);
  return std::move(files.files);
}

/// Documents and pages without text, which a page of an extraction test may be.
std::size_t pages(const Collected& read) {
  std::size_t empty = 0;
  for (const Rejection& r : read.rejections) empty += r.id.empty() ? 0 : 1;
  return read.documents.size() + empty;
}

void check(const std::string& archive, const std::map<std::string, std::size_t>& expected) {
  const auto files = sample_files(archive);
  if (files.empty()) {
    WARN("skipped: no samples here");
    return;
  }
  CHECK(files.size() == expected.size());
  for (const auto& [name, count] : expected) {
    INFO(name);
    REQUIRE(files.count(name) == 1);
    CHECK(pages(files.at(name)) == count);
    for (const Rejection& r : files.at(name).rejections)
      CHECK(r.reason.find("cut short") == std::string::npos);
  }
}

}  // namespace

TEST_CASE("warc samples: archives made by warcio") {
  check("warc-warcio.tar.gz", {{"example-bad-non-chunked.warc.gz", 1},
                               {"example-digest.warc", 0},
                               {"example-iana.org-chunked.warc", 1},
                               {"example-resource.warc.gz", 0},
                               {"example-space-in-target-uri.warc.gz", 0},
                               {"example-trunc.warc", 1},
                               {"example-wget-bad-target-uri.warc.gz", 1},
                               {"example-wrong-chunks.warc.gz", 1},
                               {"example.warc", 1},
                               {"example.warc.gz", 1},
                               {"post-test.warc.gz", 0}});
}

TEST_CASE("warc samples: archives of Common Crawl's tools") {
  check("warc-cc.tar.gz", {{"IAH-urls-wget.warc.gz", 2},
                           {"IAH-urls-wget.warc", 2},
                           {"mutliple-headers.warc", 1},
                           {"html-lang-attribute.warc", 5},
                           {"link-extraction-test.warc", 9},
                           {"meta-itemprop.warc", 1},
                           {"text-extraction-test.warc", 1},
                           {"title-extraction-embedded-SVG.warc", 1}});
}
