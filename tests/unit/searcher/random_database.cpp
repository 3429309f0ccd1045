// SPDX-License-Identifier: GPL-2.0-or-later
#include "random_database.h"

#include <unistd.h>

#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

std::filesystem::path unused_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "nsearch-random-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  return name;
}

}  // namespace

RandomDatabase::RandomDatabase(unsigned seed, unsigned documents)
    : folder_(unused_folder()), random_(seed), writer_(folder_.string(), Xapian::DB_CREATE_OR_OVERWRITE) {
  write(documents / 2);
  write(documents - documents / 2);
}

RandomDatabase::~RandomDatabase() {
  writer_.close();
  std::error_code unused;
  std::filesystem::remove_all(folder_, unused);
}

std::unique_ptr<glass::Database> RandomDatabase::open_local() const {
  return glass::Database::open(folder_, open().get_revision());
}

std::unique_ptr<glass::Shards> RandomDatabase::open_shards() const {
  return glass::Shards::open({{folder_, open().get_revision()}});
}

std::string RandomDatabase::random_term() {
  return "t" + std::to_string(random_() % (terms + 1));  // the last is in no document
}

Xapian::Document RandomDatabase::document() {
  Xapian::Document document;
  const unsigned words = 5 + random_() % 60;
  for (unsigned position = 1; position <= words; ++position) {
    // Squared, so that some terms are far more frequent than others.
    const double part = std::uniform_real_distribution<>(0, 1)(random_);
    document.add_posting("t" + std::to_string(static_cast<unsigned>(part * part * terms)), position);
  }
  document.add_boolean_term("all");
  document.add_value(schema::slot_tie_break,
                     "id" + std::to_string(random_() % 1000000) + "-" + std::to_string(written_));
  document.set_data(std::string(random_() % 3000, 'x') + std::to_string(random_()));
  return document;
}

void RandomDatabase::write(unsigned documents) {
  for (unsigned i = 0; i < documents; ++i, ++written_) writer_.add_document(document());
  for (unsigned i = 0; i < documents / 20; ++i) {
    const Xapian::docid one = 1 + random_() % writer_.get_lastdocid();
    if (writer_.postlist_begin("all") == writer_.postlist_end("all")) break;
    try {
      writer_.delete_document(one);
    } catch (const Xapian::DocNotFoundError&) {
    }
  }
  writer_.commit();
}

}  // namespace nsearch::searcher
