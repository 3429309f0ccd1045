// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/index_writer.h"

#include "builder/live_shards.h"
#include "content_digest.h"
#include "document_preparer.h"
#include "memory_plan.h"

namespace nsearch {

class IndexWriter::Impl {
 public:
  Impl(const std::string& directory, const WriterOptions& options)
      : options_(indexer::checked(options)),
        shards_(directory, options_),
        sequence_(shards_.sequence()),
        preparer_(options_, shards_.protected_words()) {}

  AddResult add(const Document& document);
  bool remove(std::string_view id);
  void commit() { shards_.commit(); }
  std::uint64_t documents() { return shards_.documents(); }

 private:
  void commit_when_full() {
    if (shards_.pending() >= pending_) shards_.commit();
  }

  WriterOptions options_;
  const std::uint64_t pending_ = indexer::plan_memory(options_).pending;
  indexer::LiveShards shards_;
  std::int64_t sequence_;  // of the last change
  indexer::DocumentPreparer preparer_;
  StoredDocument document_;
  indexer::PreparedDocument prepared_;
};

AddResult IndexWriter::Impl::add(const Document& document) {
  AddResult result;
  result.reason = indexer::reason_to_reject(document);
  if (!result.reason.empty()) {
    result.outcome = AddOutcome::rejected;
    return result;
  }
  document_ = {};
  static_cast<Document&>(document_) = document;
  document_.id = document_id(document);
  const std::string digest = indexer::content_digest(document_, options_);
  indexer::LiveIndex& index = shards_.of(document_.id);
  if (auto language = index.language_of_digest(digest)) {
    result.outcome = AddOutcome::unchanged;
    result.language = *std::move(language);
    return result;
  }
  preparer_.prepare(document_, digest, ++sequence_, prepared_);
  index.set_sequence(sequence_);
  result.outcome = index.put(prepared_.postings).updated ? AddOutcome::updated : AddOutcome::added;
  result.language = prepared_.postings.language;
  result.note = prepared_.note;
  commit_when_full();
  return result;
}

bool IndexWriter::Impl::remove(std::string_view id) {
  if (!shards_.of(id).remove(id)) return false;
  commit_when_full();
  return true;
}

IndexWriter::IndexWriter(const std::string& directory, const WriterOptions& options)
    : impl_(std::make_unique<Impl>(directory, options)) {}

IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

AddResult IndexWriter::add(const Document& document) {
  return impl_->add(document);
}
bool IndexWriter::remove(std::string_view id) {
  return impl_->remove(id);
}
void IndexWriter::commit() {
  impl_->commit();
}
std::uint64_t IndexWriter::documents() const {
  return impl_->documents();
}

}  // namespace nsearch
