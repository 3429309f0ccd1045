// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_fixture.h"

#include <stdlib.h>
#include <xapian.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/record.h"

IndexFixture::IndexFixture() {
  std::string pattern = (std::filesystem::temp_directory_path() / "nsearch-index-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
}

IndexFixture::~IndexFixture() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string IndexFixture::write(const std::string& name, const std::string& content) const {
  std::filesystem::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << content;
  return path(name);
}

IndexFixture::Told IndexFixture::run(const std::vector<std::string>& names, nsearch::IndexRun run,
                                     const std::string& index) const {
  Told told;
  for (const std::string& name : names) run.paths.push_back(path(name));
  const auto tell = [&](const std::string& where, std::uint64_t line, const std::string& text) {
    const bool below = where.rfind(folder_.string(), 0) == 0;
    told.events.push_back((below ? where.substr(folder_.string().size() + 1) : where) + ":" +
                          std::to_string(line) + ": " + text);
  };
  run.on_reject = [&](const nsearch::Rejection& r) { tell(r.path, r.line, r.reason); };
  run.on_note = tell;
  told.summary = nsearch::index_files(index.empty() ? this->index() : index, run);
  return told;
}

nsearch::Document article(const std::string& id, const std::string& body, const std::string& language) {
  nsearch::Document document;
  document.id = id;
  document.body = body;
  document.language = language;
  return document;
}

std::string articles_jsonl(int first, int count, const std::string& extra) {
  std::ostringstream out;
  for (int i = first; i < first + count; ++i) {
    out << R"({"id":"a)" << i << R"(","title":"Titel )" << i << R"(","date":"2025-03-)" << 10 + i % 20
        << R"(","section":"s)" << i % 3 << R"(",)";
    if (i % 2 == 0) {
      out << R"("lang":"fr","body":"Le gouvernement a annoncé mercredi la réforme numéro )" << i
          << R"( des retraites.\nElle entrera en vigueur dès janvier)" << extra << R"(."})";
    } else {
      out << R"("lang":"nl","body":"De koersen van de aandelen daalden gisteren met )" << i
          << R"( punten. De beurs reageerde verdeeld)" << extra << R"(."})";
    }
    out << '\n';
  }
  return out.str();
}

std::map<std::string, std::string> dump(const std::string& index, bool sequence) {
  const Xapian::Database database = nsearch::open_for_reading(index);
  std::map<std::string, std::string> documents;
  for (auto d = database.postlist_begin(""); d != database.postlist_end(""); ++d) {
    const Xapian::Document document = database.get_document(*d);
    if (!document.get_value(nsearch::schema::slot_tombstone).empty()) continue;
    nsearch::StoredDocument record = nsearch::decode_record(document.get_data());
    std::ostringstream out;
    out << "length " << database.get_doclength(*d) << '\n';
    for (auto t = database.termlist_begin(*d); t != database.termlist_end(*d); ++t) {
      out << *t << ' ' << t.get_wdf();
      for (auto p = t.positionlist_begin(); p != t.positionlist_end(); ++p) out << ',' << *p;
      out << '\n';
    }
    for (auto v = document.values_begin(); v != document.values_end(); ++v) {
      if (!sequence && v.get_valueno() == nsearch::schema::slot_modified) continue;
      out << "slot " << v.get_valueno() << ' ' << *v << '\n';
    }
    out << record.title << '|' << record.body << '|' << record.language << '|' << record.origin.record
        << '\n';
    if (sequence) out << "modified " << record.modified << '\n';
    if (!documents.emplace(record.id, out.str()).second)
      throw std::runtime_error("twice in the index: " + record.id);
  }
  return documents;
}
