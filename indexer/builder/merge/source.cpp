// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/merge/source.h"

#include <cstdlib>
#include <new>
#include <string>

#include "glass/posting_list.h"
#include "glass/values.h"
#include "glass/version.h"
#include "nsearch/error.h"
#include "storage/index_schema.h"

namespace nsearch::indexer::merge {

using nsearch::glass::PostingList;

NumberMap::NumberMap(std::uint32_t last)
    : last_(last), groups_(static_cast<Group*>(std::calloc(std::size_t{last} / 64 + 1, sizeof(Group)))) {
  if (!groups_) throw std::bad_alloc();
}

void NumberMap::Free::operator()(Group* groups) const {
  std::free(groups);
}

Source::Source(const MergeSource& source, glass::Statistics& all) : folder_(source.generation) {
  const auto version = nsearch::glass::read_version(folder_);
  if (!version) damaged("its version file is damaged, or of another version of the format");
  const auto open = [&](glass::Table which, const nsearch::glass::TableRoot& root) {
    tables_[which] =
        std::make_unique<nsearch::glass::Table>(folder_ / glass::table_files[which], root, version->revision);
  };
  open(glass::postlist, version->postings);
  open(glass::docdata, version->data);
  open(glass::termlist, version->terms);
  open(glass::position, version->positions);
  numbers_ = NumberMap(version->last_document);
  drop(source.dead);
  number_documents(version->documents, all);
}

void Source::drop(const DocumentSet& dead) {
  const auto drop_one = [&](std::uint32_t document) {
    if (document <= numbers_.last()) numbers_.drop(document);
  };
  dead.for_each(drop_one);
  nsearch::glass::for_each_valued(table(glass::postlist), schema::slot_tombstone, drop_one);
}

void Source::number_documents(std::uint32_t documents, glass::Statistics& all) {
  PostingList lengths(table(glass::postlist));
  std::uint32_t found = 0, last = 0;
  for (bool more = lengths.open_lengths(1); more && !lengths.at_end(); lengths.next()) {
    const std::uint32_t document = lengths.document();
    if (document <= last || document > numbers_.last()) damaged("its list of lengths is damaged");
    last = document;
    ++found;
    if (numbers_[document] == NumberMap::dropped) {
      whole_ = false;
      continue;
    }
    if (all.last_document >= NumberMap::dropped - 1) {
      throw Error(ErrorCode::io, folder_.string() + ": more documents than can be numbered",
                  "index some of them elsewhere, and search both indexes");
    }
    numbers_.number(document, all.last_document + 1);
    all.add_document(all.last_document + 1, lengths.wdf());
  }
  if (found != documents) damaged("its list of lengths is not that of its documents");
}

void Source::check_counts() const {
  for (unsigned which = 0; which < glass::table_count; ++which) {
    if (tables_[which] && tables_[which]->entries() != merged_[which])
      damaged(std::string(glass::table_files[which]) + " has another number of entries than it says");
  }
}

void Source::damaged(const std::string& what) const {
  throw Error(ErrorCode::corrupt, folder_.string() + ": " + what,
              "restore the index from a copy, or index the documents again");
}

void Source::unknown_document(std::uint32_t document) const {
  damaged("something is stored for a document that it doesn't have: number " + std::to_string(document));
}

}  // namespace nsearch::indexer::merge
