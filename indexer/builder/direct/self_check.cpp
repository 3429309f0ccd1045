// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/self_check.h"

#include <xapian.h>

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <system_error>
#include <vector>

#include "builder/api_builder.h"
#include "builder/direct/direct_builder.h"
#include "builder/glass/version_file.h"
#include "nsearch/error.h"
#include "storage/open_database.h"
#include "term_table.h"

namespace nsearch::indexer::direct {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::string> metadata = {{"check", "value"}};

class Scratch {
 public:
  explicit Scratch(const fs::path& folder) : folder_(folder) {
    std::error_code error;
    fs::create_directories(folder_ / "direct", error);
    if (error) throw Error(ErrorCode::io, folder_.string() + ": can't make the folder: " + error.message());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

 private:
  const fs::path folder_;
};

/// Few, but with one of everything: positions none, one and many; a term list that is worth compressing; a
/// record in pieces; slots beyond a byte; terms with NUL and ff; a document without any term.
std::vector<DocumentPostings> documents() {
  std::vector<DocumentPostings> all(4);
  TermTable terms;
  for (std::uint32_t i = 0; i < 60; ++i) terms.add("word" + std::to_string(i), 1 + i % 3, 7 * i);
  for (std::uint32_t i = 0; i < 60; ++i) terms.add("often", 1, 1000 + i * i);
  terms.add("Qa", 0);
  terms.write(all[0]);
  all[0].record = std::string(9000, 'r');
  all[0].values = {{0, "a"}, {5, std::string(300, 'v')}, {300, "x"}};
  terms.clear();
  terms.add("often", 300, 0);
  terms.add("Qb", 0);
  terms.add(std::string("nul\0\xff", 5), 2);
  terms.write(all[1]);
  all[1].values = {{0, "b"}};
  terms.clear();
  terms.add("word", 1, 1u << 31);
  terms.add("word1", 1, 2);
  terms.write(all[3]);
  all[3].record = "last";
  return all;
}

void build_by_api(const fs::path& folder) {
  ApiBuilder builder(folder);
  for (const DocumentPostings& document : documents()) builder.append(document);
  for (const auto& [key, value] : metadata) builder.set_metadata(key, value);
  builder.commit();
}

void build_directly(const fs::path& folder) {
  DirectBuilder builder(folder);
  const auto part = builder.part_builder();
  const std::vector<DocumentPostings> all = documents();
  constexpr std::uint32_t part_size = 2;  // a value chunk ends with its part, and slot 0 should have one
  for (std::uint32_t number = 0; number < all.size(); ++number) {
    if (number % part_size == 0) part->begin(number / part_size, number + 1);
    part->append(all[number]);
    if (number % part_size == part_size - 1) builder.take(part->finish());
  }
  builder.finish(metadata);
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void show_term(std::ostream& out, const Xapian::Database& database, const std::string& term) {
  out << term << ' ' << database.get_termfreq(term) << ' ' << database.get_collection_freq(term) << ' '
      << database.get_wdf_upper_bound(term) << '\n';
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    out << *at << ' ' << at.get_wdf() << ' ' << at.get_doclength();
    for (auto p = at.positionlist_begin(); p != at.positionlist_end(); ++p) out << ' ' << *p;
    out << '\n';
  }
}

void show_document(std::ostream& out, const Xapian::Database& database, Xapian::docid number) {
  const Xapian::Document document = database.get_document(number);
  out << number << ' ' << database.get_doclength(number) << ' ' << document.get_data() << '\n';
  for (auto t = document.termlist_begin(); t != document.termlist_end(); ++t)
    out << *t << ' ' << t.get_wdf() << '\n';
  for (auto v = document.values_begin(); v != document.values_end(); ++v) {
    const Xapian::valueno slot = v.get_valueno();
    out << slot << ' ' << *v << ' ' << database.get_value_freq(slot) << ' '
        << database.get_value_lower_bound(slot) << ' ' << database.get_value_upper_bound(slot) << '\n';
  }
}

/// All that the public interface shows.
std::string shown(const std::string& path) {
  const Xapian::Database database(path);
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' ' << database.get_total_length()
      << ' ' << database.get_doclength_lower_bound() << ' ' << database.get_doclength_upper_bound() << '\n';
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    show_term(out, database, *term);
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    show_document(out, database, *at);
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    out << *key << ' ' << database.get_metadata(*key) << '\n';
  }
  return out.str();
}

std::string difference(const fs::path& api, const fs::path& direct) {
  const auto by_api = glass::read_version_file(bytes_of(api / glass::version_file_name));
  if (!by_api) return "it writes another version of the format";
  const auto by_us = glass::read_version_file(bytes_of(direct / glass::version_file_name));
  if (by_us != by_api) return "its version file differs";
  if (shown(direct.string()) != shown(api.string())) return "it reads something else than was written";
  if (Xapian::Database::check(direct.string()) != 0) return "its check finds errors";
  return {};
}

}  // namespace

std::string self_check(const fs::path& scratch) {
  const Scratch folder(scratch);
  try {
    build_by_api(scratch / "api");
    build_directly(scratch / "direct");
    return difference(scratch / "api", scratch / "direct");
  } catch (const Xapian::Error& error) {
    return error.get_description();
  }
}

}  // namespace nsearch::indexer::direct
