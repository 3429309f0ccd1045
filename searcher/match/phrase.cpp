// SPDX-License-Identifier: GPL-2.0-or-later
#include "match/nodes.h"

namespace nsearch::searcher::match {

Phrase::Phrase(const glass::Database& database, std::vector<std::unique_ptr<Term>> terms) {
  gathers_exactly = false;
  double estimate = database.documents();
  std::uint64_t rarest = database.documents();
  for (std::uint32_t place = 0; place < terms.size(); ++place) {
    const Term& term = *terms[place];
    most += term.most;
    rarest = std::min<std::uint64_t>(rarest, term.frequency());
    if (database.documents() > 0) estimate *= static_cast<double>(term.frequency()) / database.documents();
    glass::PositionReader positions(database.positions(), term.term());
    as_asked_.push_back(terms[place].get());
    words_.push_back({std::move(terms[place]), std::move(positions), place});
  }
  counts = {0, estimate / 4, rarest};
  std::stable_sort(words_.begin(), words_.end(),
                   [](const Word& a, const Word& b) { return a.term->frequency() < b.term->frequency(); });
}

bool Phrase::has_all(std::uint32_t document) {
  for (const Word& word : words_) {
    if (!word.term->at(document)) return false;
  }
  return true;
}

std::uint32_t Phrase::seek_all(std::uint32_t document) {
  Term& rarest = *words_.front().term;
  for (document = rarest.seek(document); document != none; document = rarest.seek(document)) {
    std::uint32_t further = document;
    for (std::size_t i = 1; i < words_.size() && further == document; ++i)
      further = words_[i].term->seek(document);
    if (further == document) return document;
    if (further == none) return none;
    document = further;
  }
  return none;
}

bool Phrase::side_by_side(std::uint32_t document) {
  if (document == verified_) return true;
  starts_ = words_.front().positions.read(document);
  const std::uint32_t first_place = words_.front().place;
  std::erase_if(starts_, [&](std::uint32_t position) { return position < first_place; });
  for (std::uint32_t& position : starts_) position -= first_place;
  for (std::size_t i = 1; i < words_.size() && !starts_.empty(); ++i) {
    const std::vector<std::uint32_t>& positions = words_[i].positions.read(document);
    auto at = positions.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      while (at != positions.end() && *at < start + words_[i].place) ++at;
      return at == positions.end() || *at != start + words_[i].place;
    });
  }
  if (starts_.empty()) return false;
  verified_ = document;
  return true;
}

std::uint32_t Phrase::seek(std::uint32_t document) {
  for (document = seek_all(document); document != none; document = seek_all(document + 1)) {
    if (side_by_side(document)) break;
  }
  return document;
}

bool Phrase::at(std::uint32_t document) {
  return has_all(document) && side_by_side(document);
}

double Phrase::weight(std::uint32_t document, double norm) {
  double sum = 0;
  for (Term* term : as_asked_) sum += term->weight(document, norm);
  return sum;
}

void Phrase::rewind() {
  for (const Word& word : words_) word.term->rewind();
}

}  // namespace nsearch::searcher::match
