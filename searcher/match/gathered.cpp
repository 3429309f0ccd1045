// SPDX-License-Identifier: GPL-2.0-or-later
#include "bit_count.h"
#include "glass/bits.h"
#include "match/nodes.h"

namespace nsearch::searcher::match {

Gathered::Gathered(const glass::Database& database, const std::vector<std::string>& terms, bool counted)
    : database_(database) {
  if (counted) {
    wdfs_.resize(std::size_t{database.last_document()} + 1);
    own_ = union_of(terms);
  } else {
    find_kept(terms);
  }
  counts = {held().documents, static_cast<double>(held().documents), held().documents};
}

/// Where the same terms are asked for again, what they found is kept.
void Gathered::find_kept(const std::vector<std::string>& terms) {
  glass::KeptUnions& unions = database_.kept_unions();
  const std::string digest = glass::KeptUnions::digest(terms);
  kept_ = unions.find(digest);
  if (kept_ != nullptr) return;
  own_ = union_of(terms);
  if (unions.worth_keeping(digest, database_.last_document())) kept_ = &unions.keep(digest, std::move(own_));
}

glass::KeptUnions::Union Gathered::union_of(const std::vector<std::string>& terms) {
  glass::KeptUnions::Union found;
  found.set.resize(std::size_t{database_.last_document()} / 64 + 1);
  const bool counted = !wdfs_.empty();
  std::vector<std::uint32_t> frequencies;
  glass::PostingList list(database_.postings());
  for (const std::string& term : terms) {
    if (!list.open(term)) continue;
    frequencies.push_back(list.frequency());
    list.take_before(database_.last_document() + 1, [&](std::uint32_t document, std::uint32_t wdf) {
      found.set[document / 64] |= std::uint64_t{1} << document % 64;
      if (counted) wdfs_[document] += wdf;
    });
  }
  for (const std::uint64_t block : found.set) found.documents += count_bits(block);
  if (counted) frequency_ = frequency_of_any(frequencies, database_.documents());
  return found;
}

void Gathered::set_share(double share) {
  share_ = most = share;
}

std::uint32_t Gathered::seek(std::uint32_t document) {
  return glass::first_set(held().set, document, none);
}

double Gathered::weight(std::uint32_t document, double norm) {
  if (share_ == 0) return 0;
  std::uint32_t length = 0;
  database_.length(document, length);
  const auto wdf = static_cast<double>(std::min(wdfs_[document], length));
  return wdf == 0 ? 0 : share_ * (wdf / (norm + wdf));
}

void Gathered::gather(Window& window) {
  const auto full = static_cast<float>(share_);
  for (std::uint32_t document = seek(window.from()); document < window.to(); document = seek(document + 1)) {
    const auto wdf = share_ == 0 ? 0 : static_cast<float>(wdfs_[document]);
    window.add(document, wdf == 0 ? 0 : full * wdf / (wdf + window.norm(document)));
  }
}

void Gathered::gather_matches(Window& window, float weight) {
  if (weight == 0) return window.mark(held().set);
  for (std::uint32_t document = seek(window.from()); document < window.to(); document = seek(document + 1))
    window.add(document, weight);
}

}  // namespace nsearch::searcher::match
