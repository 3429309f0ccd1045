// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/nodes.h"

namespace nsearch::searcher::match {

namespace {

using Postings = std::vector<Gathered::Posting>;

/// Sums up the wdf of postings of one document, in order of documents.
void sum_up(Postings& postings) {
  std::sort(postings.begin(), postings.end(),
            [](const auto& a, const auto& b) { return a.document < b.document; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    if (kept > 0 && postings[kept - 1].document == postings[i].document) {
      postings[kept - 1].wdf += postings[i].wdf;
    } else {
      postings[kept++] = postings[i];
    }
  }
  postings.resize(kept);
}

}  // namespace

Gathered::Gathered(const glass::Database& database, const std::vector<std::string>& terms)
    : database_(database) {
  std::uint64_t total = 0;
  std::vector<std::uint32_t> frequencies;
  std::vector<std::uint64_t> sums;
  glass::PostingList list(database.postings());
  for (const std::string& term : terms) {
    if (!list.open(term)) continue;
    total += list.frequency();
    frequencies.push_back(list.frequency());
    // Sorting pays as long as few postings are there; then a place for each document does.
    if (sums.empty() && total > database.last_document() / 64) {
      sums.resize(std::size_t{database.last_document()} + 1);
      for (const Posting& posting : postings_)
        sums[posting.document] = (sums[posting.document] + (posting.wdf << 1)) | 1;
      postings_.clear();
    }
    for (; !list.at_end(); list.next()) {
      const std::uint32_t document = list.document();
      if (document > database.last_document()) break;
      if (sums.empty()) {
        postings_.push_back({document, list.wdf()});
      } else {
        sums[document] = (sums[document] + (std::uint64_t{list.wdf()} << 1)) | 1;
      }
    }
  }
  if (sums.empty()) {
    sum_up(postings_);
  } else {
    for (std::uint32_t document = 0; document < sums.size(); ++document) {
      if (sums[document] != 0) postings_.push_back({document, sums[document] >> 1});
    }
  }
  frequency_ = frequency_of_any(frequencies, database.documents());
  counts = {postings_.size(), static_cast<double>(postings_.size()), postings_.size()};
}

void Gathered::set_share(double share) {
  share_ = most = share;
}

std::uint32_t Gathered::seek(std::uint32_t document) {
  std::size_t step = 1;
  while (at_ + step < postings_.size() && postings_[at_ + step].document < document) {
    at_ += step;
    step *= 2;
  }
  const auto end =
      postings_.begin() + static_cast<std::ptrdiff_t>(std::min(at_ + step + 1, postings_.size()));
  const auto found = std::lower_bound(postings_.begin() + static_cast<std::ptrdiff_t>(at_), end, document,
                                      [](const Posting& a, std::uint32_t b) { return a.document < b; });
  at_ = static_cast<std::size_t>(found - postings_.begin());
  return at_ < postings_.size() ? postings_[at_].document : none;
}

double Gathered::weight(std::uint32_t document, double norm) {
  if (share_ == 0) return 0;
  std::uint32_t length = 0;
  database_.length(document, length);
  const auto wdf = static_cast<double>(std::min<std::uint64_t>(postings_[at_].wdf, length));
  return share_ * (wdf / (norm + wdf));
}

}  // namespace nsearch::searcher::match
