// SPDX-License-Identifier: GPL-2.0-or-later
// A small database with damaged bytes is merged with a sound one: what comes of it is whole, whatever it says, or the merge ends with
// an error.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "builder/merge/merge_generations.h"
#include "nsearch/error.h"
#include "small_database.h"

namespace {

using namespace nsearch;
using fuzz::insist;
using fuzz::SmallDatabase;

void read_lists(const Xapian::Database& database) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    Xapian::doccount documents = 0;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) ++documents;
    insist(documents == term.get_termfreq(), "a posting list has another number of documents than it says");
  }
}

void read_documents(const Xapian::Database& database) {
  Xapian::doccount documents = 0;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    try {
      document.get_data();
    } catch (const Xapian::DatabaseError&) {  // it was copied as it is, compressed
    }
    document.get_value(schema::slot_tie_break);
    ++documents;
  }
  insist(documents == database.get_doccount(), "another number of documents than there are");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static SmallDatabase damaged;
  static const SmallDatabase sound;
  static const fuzz::Folder target;
  damaged.damage(data, size);
  std::filesystem::remove_all(target.path());
  std::filesystem::create_directory(target.path());
  bool merged = true;
  try {
    indexer::merge::merge_generations({{damaged.folder(), {}}, {sound.folder(), {}}}, target.path(), {}, {});
  } catch (const Error& error) {
    insist(error.code() == ErrorCode::corrupt, "an error that says nothing of damage");
    merged = false;
  }
  if (merged) {
    const Xapian::Database result(target.path().string());
    read_lists(result);
    read_documents(result);
  }
  damaged.undo();
  return 0;
}
