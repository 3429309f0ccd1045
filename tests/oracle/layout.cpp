// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/layout.h"

#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "nsearch/index_writer.h"
#include "storage/record.h"
#include "storage/shards.h"
#include "storage/tombstones.h"

namespace oracle {

namespace {

namespace fs = std::filesystem;

constexpr unsigned most_changed = 10, most_removed = 5;
constexpr std::size_t bulk = 4 << 20;  // bytes; about half of them are left when it is compressed

/// A document for each shard that has no words, and makes it so large that its changes aren't merged with it at once.
std::vector<nsearch::Document> bulky_documents(unsigned shards, Random& random) {
  constexpr std::string_view signs = "!#$%&()*+,-./:;<=>?@[]^{|}~";
  nsearch::Document document;
  while (document.body.size() < bulk) document.body += signs[random.below(signs.size())];
  std::vector<nsearch::Document> documents;
  for (unsigned i = 0; documents.size() < shards; ++i) {
    document.id = "bulk" + std::to_string(i);
    if (nsearch::shard_of(document.id, shards) == documents.size()) documents.push_back(document);
  }
  return documents;
}

}  // namespace

LaidOut::LaidOut(const Layout& layout, std::vector<nsearch::Document> documents, Random& random)
    : layout_(layout), path_(folder_.path()) {
  if (layout.recent && !random.one_in(8)) {
    for (nsearch::Document& bulky : bulky_documents(layout.shards, random))
      documents.push_back(std::move(bulky));
  }
  write(documents, {});
  if (layout.served) serve();
}

void LaidOut::write(const std::vector<nsearch::Document>& come, const std::vector<std::string>& go) {
  nsearch::WriterOptions options;
  options.threads = 1;
  options.shards = layout_.shards;
  if (layout_.recent) options.changes = "apart";
  nsearch::IndexWriter writer(folder_.path(), options);
  add(writer, come);
  for (const nsearch::Document& document : come) documents_[document.id] = document;
  for (const std::string& id : go) {
    if (writer.remove(id) != (documents_.erase(id) == 1)) throw std::runtime_error("removing " + id);
  }
  writer.commit();
}

void LaidOut::change(std::vector<nsearch::Document> come, Random& random) {
  std::vector<std::string> known, go;
  for (const auto& [id, document] : documents_) known.push_back(id);
  for (const nsearch::Document& document : come) known.push_back(document.id);
  for (nsearch::Document& document : random_documents(random, 1 + random.below(most_changed))) {
    document.id = random.pick(known);
    const auto former = documents_.find(document.id);
    if (former != documents_.end() && random.one_in(2)) document.body += former->second.body;
    come.push_back(std::move(document));
  }
  for (unsigned i = random.below(most_removed + 1); i > 0; --i) go.push_back(random.pick(known));
  write(come, go);
}

std::vector<nsearch::IndexDirectory> LaidOut::shards() const {
  std::vector<nsearch::IndexDirectory> shards;
  for (const fs::path& folder : nsearch::storage::shards_to_write(nsearch::IndexDirectory(folder_.path())))
    shards.emplace_back(folder);
  return shards;
}

std::vector<nsearch::StoredDocument> LaidOut::dead() const {
  std::vector<nsearch::StoredDocument> dead;
  for (const nsearch::IndexDirectory& shard : shards()) {
    const Xapian::Database main(shard.in_force().main.string());
    for (const Xapian::docid document : nsearch::storage::all_dead(main))
      dead.push_back(nsearch::decode_record(main.get_document(document).get_data()));
  }
  return dead;
}

std::size_t LaidOut::apart() const {
  std::size_t apart = 0;
  for (const nsearch::IndexDirectory& shard : shards()) apart += shard.in_force().recent ? 1 : 0;
  return apart;
}

/// A stub of the same shards, each served by a process.
void LaidOut::serve() {
  const fs::path stub = folder_.file("served");
  fs::create_directories(stub);
  std::ofstream out(stub / "XAPIANDB");
  for (const nsearch::IndexDirectory& shard : shards())
    out << "remote :xapian-progsrv " << shard.path().string() << '\n';
  path_ = stub.string();
}

}  // namespace oracle
