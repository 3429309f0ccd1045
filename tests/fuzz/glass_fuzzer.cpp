// SPDX-License-Identifier: GPL-2.0-or-later
// A small database with damaged bytes: what is read of its tables ascends and ends, or is an error.
#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "glass/database.h"
#include "glass/positions.h"
#include "glass/posting_list.h"
#include "glass/term_walk.h"
#include "glass/values.h"
#include "small_database.h"
#include "storage/index_schema.h"

namespace {

using namespace nsearch;
using fuzz::insist;
using fuzz::SmallDatabase;

void read_list(glass::PostingList& list) {
  std::uint32_t last = 0;
  for (; !list.at_end(); list.next()) {
    insist(list.document() > last, "documents of a list don't ascend");
    last = list.document();
  }
}

void seek_list(glass::PostingList& list, std::uint32_t step) {
  for (std::uint32_t wanted = 1; !list.at_end() && wanted < SmallDatabase::last_document + 2 * step;
       wanted += step) {
    list.seek(wanted);
    if (list.at_end()) break;
    insist(list.document() >= wanted, "a document before the one that was sought");
  }
}

constexpr std::uint32_t gap = SmallDatabase::gap;

void read_term(const glass::Database& database, const std::string& term) {
  glass::PostingList list(database.postings());
  if (!list.open(term)) return;
  database.kept_lists().ask(term, list);
  const glass::KeptList* kept = database.kept_lists().ask(term, list);  // worth keeping the second time
  if (kept != nullptr) {
    std::uint32_t last = 0;
    glass::KeptWalk walk(*kept);
    walk.take_between(0, database.last_document() + 1, [&](std::uint32_t document, std::uint32_t) {
      insist(document > last, "documents of a kept list don't ascend");
      last = document;
    });
  }
  read_list(list);
  for (const std::uint32_t step : {gap, 37 * gap, 150 * gap}) {
    list.rewind();
    seek_list(list, step);
  }
  glass::PositionReader positions(database.positions(), term);
  for (std::uint32_t document = gap; document <= SmallDatabase::last_document; document += 25 * gap) {
    const auto& found = positions.read(document);
    insist(std::adjacent_find(found.begin(), found.end(), std::greater_equal<>()) == found.end(),
           "positions don't ascend");
  }
}

void read_terms(const glass::Database& database, const std::string& beginning) {
  std::string last;
  for (glass::TermWalk walk(database.postings(), beginning); !walk.done(); walk.next()) {
    insist(walk.term() > last, "terms don't ascend");
    last = walk.term();
    walk.frequency();
    if (beginning != "Q") read_term(database, walk.term());
  }
}

void read_documents(const glass::Database& database) {
  std::string data;
  glass::ValueReader values(database.postings(), schema::slot_tie_break);
  for (std::uint32_t document = gap; document <= SmallDatabase::last_document; document += gap) {
    std::uint32_t length = 0;
    database.length(document, length);
    database.data(document, data);
    values.read(document);
    database.id_beginning(document);
  }
}

void read_valued(const glass::Database& database, std::uint32_t slot) {
  std::uint32_t last = 0;
  glass::for_each_valued(database.postings(), slot, [&](std::uint32_t document) {
    insist(document > last, "documents with a value don't ascend");
    last = document;
  });
}

template <typename Read>
void attempt(Read&& read) {
  try {
    read();
  } catch (const Xapian::DatabaseError&) {
  }
}

void read_all(const SmallDatabase& damaged) {
  std::unique_ptr<glass::Database> database;
  attempt([&] { database = glass::Database::open(damaged.folder(), damaged.revision()); });
  if (!database) return;
  for (const char* beginning : {"e", "s", "so", "Q"}) attempt([&] { read_terms(*database, beginning); });
  attempt([&] { read_terms(*database, std::string(1, '\0')); });
  for (const char* term : {"every", "some7", "Qid9", "absent"}) attempt([&] { read_term(*database, term); });
  attempt([&] { read_documents(*database); });
  attempt([&] { glass::Cursor(database->postings()).dividing_keys(3); });
  for (const std::uint32_t slot : {schema::slot_tie_break, schema::slot_tombstone})
    attempt([&] { read_valued(*database, slot); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static SmallDatabase database;
  database.damage(data, size);
  read_all(database);
  database.undo();
  return 0;
}
