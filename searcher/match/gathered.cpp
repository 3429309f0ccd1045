// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/bits.h"
#include "match/nodes.h"

namespace nsearch::searcher::match {

Gathered::Gathered(const glass::Database& database, const std::vector<std::string>& terms, bool counted)
    : database_(database), held_(std::size_t{database.last_document()} / 64 + 1) {
  if (counted) wdfs_.resize(std::size_t{database.last_document()} + 1);
  std::vector<std::uint32_t> frequencies;
  glass::PostingList list(database.postings());
  for (const std::string& term : terms) {
    if (!list.open(term)) continue;
    frequencies.push_back(list.frequency());
    counts.least = std::max<std::uint64_t>(counts.least, list.frequency());
    list.take_before(database.last_document() + 1, [&](std::uint32_t document, std::uint32_t wdf) {
      held_[document / 64] |= std::uint64_t{1} << document % 64;
      if (counted) wdfs_[document] += wdf;
    });
  }
  std::uint64_t documents = 0;
  for (const std::uint64_t block : held_) documents += static_cast<std::uint64_t>(std::popcount(block));
  frequency_ = frequency_of_any(frequencies, database.documents());
  counts = {documents, static_cast<double>(documents), documents};
}

void Gathered::set_share(double share) {
  share_ = most = share;
}

std::uint32_t Gathered::seek(std::uint32_t document) {
  return glass::first_set(held_, document, none);
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
  for (std::uint32_t document = seek(window.from()); document < window.to(); document = seek(document + 1))
    window.add(document, weight);
}

}  // namespace nsearch::searcher::match
