// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/run_part.h"

#include <algorithm>
#include <limits>

#include "builder/glass/encoding.h"
#include "builder/glass/term_list.h"
#include "nsearch/error.h"

namespace nsearch::indexer::direct {

void RunPartBuilder::begin(std::uint64_t, std::uint32_t first_document) {
  part_ = std::make_unique<RunPart>();
  part_->first_document = document_ = first_document;
  used_slots_.clear();
}

void RunPartBuilder::append(const DocumentPostings& document) {
  key_.clear();
  glass::append_sortable(key_, document_);
  add_length(document);
  // Stored records are compressed already.
  if (!document.record.empty()) records_.add(key_, document.record);
  add_values(document);
  inverter_.add(document_, document);
  ++document_;
}

void RunPartBuilder::add_length(const DocumentPostings& document) {
  const std::uint64_t length = glass::document_length(document);
  if (length > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::internal, document.id + ": more words than can be counted");
  }
  part_->lengths.push_back(static_cast<std::uint32_t>(length));
  part_->statistics.add_document(document_, static_cast<std::uint32_t>(length));
  for (const TermPosting& term : document.terms) {
    part_->statistics.greatest_wdf = std::max(part_->statistics.greatest_wdf, term.wdf);
  }
}

void RunPartBuilder::add_values(const DocumentPostings& document) {
  glass::append_used_slots(used_slots_.emplace_back(), document);
  for (const auto& [slot, value] : document.values) part_->values[slot].add(document_, value);
}

std::unique_ptr<BuiltPart> RunPartBuilder::finish() {
  part_->records = records_.take_all();
  part_->postings = inverter_.finish();
  write_term_lists();
  part_->term_lists = term_lists_.take_all();
  return std::move(part_);
}

/// Of each document its terms, then the slots of its values.
void RunPartBuilder::write_term_lists() {
  for (std::uint32_t i = 0; i < used_slots_.size(); ++i) {
    key_.clear();
    glass::append_sortable(key_, part_->first_document + i);
    inverter_.read_terms(i, terms_);
    tag_.clear();
    glass::append_term_list(tag_, part_->lengths[i], terms_);
    const std::string_view compressed = deflater_.compress(tag_);
    term_lists_.add(key_, compressed.empty() ? tag_ : compressed, !compressed.empty());
    if (!used_slots_[i].empty()) term_lists_.add(key_ + '\0', used_slots_[i]);
  }
}

}  // namespace nsearch::indexer::direct
