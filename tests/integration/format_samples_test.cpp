// SPDX-License-Identifier: GPL-2.0-or-later
// Real feeds and wire files: every document that they hold is read, and no more. What they hold was counted by hand and by another
// parser: entries with a title or a text, items of the class text with a text, a description or a headline.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "paths.h"
#include "reader/reader.h"

namespace {

using namespace nsearch;
using namespace nsearch::indexer;
namespace fs = std::filesystem;

struct Counts final : RecordSink {
  std::size_t documents = 0;
  std::size_t rejected = 0;
  bool document(Document&& d) override {
    CHECK_FALSE(d.body.empty());
    ++documents;
    return true;
  }
  bool reject(Rejection&&) override {
    ++rejected;
    return true;
  }
};

struct Expected {
  std::string format;
  std::size_t documents;
  std::size_t rejected = 0;
};

/// The files of a set by name; empty where the data is absent.
std::map<std::string, std::string> unpack(const std::string& set, const fs::path& folder) {
  const fs::path archive = fs::path(NSEARCH_SHARED_DATA) / "data/formats" / (set + ".tar.gz");
  std::map<std::string, std::string> files;
  if (!fs::exists(archive)) {
    WARN("no " + archive.string() + ": skipped");
    return files;
  }
  REQUIRE(std::system(("tar xzf '" + archive.string() + "' -C '" + folder.string() + "'").c_str()) == 0);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().filename().string()] = entry.path().string();
  }
  return files;
}

void check(const std::string& set, const std::map<std::string, Expected>& expected) {
  const fs::path folder =
      fs::temp_directory_path() / ("nsearch-samples-" + set + "-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto files = unpack(set, folder);
  for (const auto& [name, wanted] : expected) {
    if (files.empty()) break;
    CAPTURE(set, name);
    REQUIRE(files.count(name) == 1);
    const auto source = open_source(files.at(name));
    const ReaderEntry* entry = choose_reader("", name, source->peek());
    REQUIRE(entry != nullptr);
    CHECK(entry->format.name == wanted.format);
    Counts counts;
    entry->make({})->read(*source, {name, 0}, counts);
    CHECK(counts.documents == wanted.documents);
    CHECK(counts.rejected == wanted.rejected);
  }
  fs::remove_all(folder);
}

}  // namespace

TEST_CASE("samples: real feeds") {
  check("feeds-real", {{"brusselnieuws-nl.rss.xml", {"feed", 10}},
                       {"lemonde-international-2024-fr.rss.xml", {"feed", 20}}});
}

TEST_CASE("samples: feeds of every kind") {
  check("feeds-rss-parser", {{"atom-customfields.atom", {"feed", 15}},
                             {"content-encoded.rss", {"feed", 7}},
                             {"craigslist.rss", {"feed", 25}},
                             {"customfields.rss", {"feed", 15}},
                             {"encoding.rss", {"feed", 40}},
                             {"feedburner.atom", {"feed", 25}},
                             {"giantbomb-podcast.rss", {"feed", 730}},
                             {"guardian.rss", {"feed", 55}},
                             {"gulp-atom.atom", {"feed", 10}},
                             {"heise.atom", {"feed", 15}},
                             {"heraldsun.rss", {"feed", 2}},
                             {"incomplete-fields.atom", {"feed", 0, 1}},
                             {"instant-article.rss", {"feed", 1}},
                             {"item-itunes-episodeType.rss", {"feed", 1}},
                             {"itunes-category.rss", {"feed", 1}},
                             {"itunes-href.rss", {"feed", 10}},
                             {"itunes-keywords-array.rss", {"feed", 1}},
                             {"itunes-keywords-astext.rss", {"feed", 32}},
                             {"itunes-keywords.rss", {"feed", 1}},
                             {"itunes-missing-image.rss", {"feed", 131}},
                             {"many-links.rss", {"feed", 25}},
                             {"missing-fields.atom", {"feed", 0, 1}},
                             {"narro.rss", {"feed", 1}},
                             {"pagination-links.rss", {"feed", 1}},
                             {"reddit-atom.rss", {"feed", 24}},
                             {"reddit-home.rss", {"feed", 24}},
                             {"reddit.rss", {"feed", 24}},
                             {"rss-1.rss", {"feed", 69}},
                             {"uolNoticias.rss", {"feed", 15}},
                             {"xml2js-options.rss", {"feed", 69}}});
}

TEST_CASE("samples: NewsML 1, NewsML-G2 and NITF of agencies") {
  check("newsml-belga", {{"afp_belga.xml", {"newsml", 1}},
                         {"anp_belga.xml", {"newsml", 1}},
                         {"ansa_belga.xml", {"nitf", 1}},
                         {"ats.txt", {"text", 1}},
                         {"ats_newsml_1_2_belga.xml", {"newsml", 1}},
                         {"belga_newsml_1_2.xml", {"newsml", 2}},
                         {"belga_newsml_1_2_audio.xml", {"newsml", 1}},
                         {"belga_newsml_1_2_audio2.xml", {"newsml", 1}},
                         {"belga_newsml_1_2_video.xml", {"newsml", 1}},
                         {"belga_remote_newsml_1_2.xml", {"newsml", 1}},
                         {"belga_tip_newsml_1_2.xml", {"newsml", 1}},
                         {"dpa_newsml_2_0_1_belga.xml", {"newsml-g2", 1}},
                         {"dpa_newsml_2_0_belga.xml", {"newsml-g2", 1}},
                         {"efe_belga.xml", {"newsml", 1}},
                         {"kyodo_newsml_1_2_belga.xml", {"newsml", 1}},
                         {"stt_belga.xml", {"newsml-g2", 1}},
                         {"tass_belga.xml", {"newsml", 1}}});
}

TEST_CASE("samples: the standard's own examples of NewsML-G2") {
  check("newsml-g2",
        {{"LISTING_1_A_NewsML-G2_News_Item.xml", {"newsml-g2", 1}},
         {"LISTING_2_NewsML-G2_Text_Document.xml", {"newsml-g2", 1}},
         {"LISTING_3_Photo_in_NewsML-G2.xml", {"newsml-g2", 0}},
         {"LISTING_4_Multiple_Renditions_of_a_Video_in_NewsML-G2.xml", {"newsml-g2", 0}},
         {"LISTING_6_Simple_NewsML-G2_Package.xml", {"newsml-g2", 0}},
         {"LISTING_10_Abstract_Concept_conveyed_in_a_NewsML-G2_Concept_Item.xml", {"newsml-g2", 0}},
         {"LISTING_12_Knowledge_Item_for_Access_Codes.xml", {"newsml-g2", 0}},
         {"LISTING_13_Complete_Catalog_Item.xml", {"newsml-g2", 0}},
         {"LISTING_16_A_Set_of_Events_carried_in_a_News_Item.xml", {"newsml-g2", 0}},
         {"LISTING_17_Planning_Item_a_CCL.xml", {"newsml-g2", 0}},
         {"LISTING_21_A_complete_sample_SportsML-G2_document.xml", {"newsml-g2", 1}},
         {"LISTING_22_Sports_story_in_NewsML-G2NITF.xml", {"newsml-g2", 1}},
         {"LISTING_24_News_Message_conveying_a_complete_News_Package.xml", {"newsml-g2", 0, 4}},
         {"LISTING_27_Company_Financial_Information.xml", {"newsml-g2", 1}},
         {"LISTING_29_Hop_History.xml", {"newsml-g2", 0, 1}},
         {"Receiver View.xml", {"newsml-g2", 1}},
         {"ap_metadata_example.xml", {"newsml-g2", 0}},
         {"facet-example.xml", {"newsml-g2", 0, 1}},
         {"facet-example-2.xml", {"newsml-g2", 0, 1}},
         {"facet-example-3.xml", {"newsml-g2", 1}},
         {"LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml", {"nitf", 1}}});
}
