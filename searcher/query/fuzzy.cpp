// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fuzzy.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "analysis/utf8.h"
#include "query/form_walk.h"

namespace nsearch::searcher {

namespace {

/// The table of distances between the beginnings of a word and those of a text that is given letter by letter.
class DistanceTable {
 public:
  explicit DistanceTable(std::string_view word) : word_(characters(word)), rows_{first_row()} {}

  static std::vector<std::int32_t> characters(std::string_view text) {
    std::vector<std::int32_t> all;
    for (std::size_t at = 0; at < text.size();) {
      const analysis::Decoded next = analysis::decode(text, at);
      all.push_back(next.value);
      at += next.length;
    }
    return all;
  }

  /// Leaves the first `count` letters.
  void keep(std::size_t count) {
    text_.resize(count);
    rows_.resize(count + 1);
  }

  void add(std::int32_t letter) {
    text_.push_back(letter);
    const std::size_t depth = text_.size();
    std::vector<unsigned> row(word_.size() + 1);
    row[0] = static_cast<unsigned>(depth);
    const std::vector<unsigned>& above = rows_[depth - 1];
    for (std::size_t i = 1; i < row.size(); ++i) {
      row[i] = std::min({above[i] + 1, row[i - 1] + 1, above[i - 1] + (word_[i - 1] != letter)});
      const bool exchanged = i > 1 && depth > 1 && word_[i - 2] == letter && word_[i - 1] == text_[depth - 2];
      if (exchanged) row[i] = std::min(row[i], rows_[depth - 2][i - 2] + 1);
    }
    rows_.push_back(std::move(row));
  }

  unsigned distance() const { return rows_.back().back(); }

  /// Whether some text that goes on from here may be `edits` away or less. An exchange of letters reaches back
  /// over a row.
  bool may_reach(unsigned edits) const {
    const std::size_t depth = text_.size();
    return least(depth) <= edits || (depth > 0 && least(depth - 1) + 1 <= edits);
  }

 private:
  std::vector<unsigned> first_row() const {
    std::vector<unsigned> row(word_.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = static_cast<unsigned>(i);
    return row;
  }
  unsigned least(std::size_t depth) const {
    return *std::min_element(rows_[depth].begin(), rows_[depth].end());
  }

  std::vector<std::int32_t> word_;
  std::vector<std::int32_t> text_;
  std::vector<std::vector<unsigned>> rows_;  ///< one more than letters
};

}  // namespace

unsigned edit_distance(std::string_view a, std::string_view b) {
  DistanceTable table(a);
  for (const std::int32_t letter : DistanceTable::characters(b)) table.add(letter);
  return table.distance();
}

void expand(std::string_view form, unsigned edits, const Xapian::Database& database, std::string_view place,
            Expansion& out) {
  DistanceTable table(form);
  std::string before;                // the form that the table is about, as far as it goes
  std::vector<std::size_t> ends{0};  // where its letters end
  for (FormWalk walk(database, place); !walk.done();) {
    const std::string& now = walk.form();
    const auto common = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), now.begin(), now.end()).first - before.begin());
    while (ends.back() > common) ends.pop_back();
    table.keep(ends.size() - 1);
    bool reachable = true;
    while (reachable && ends.back() < now.size()) {
      const analysis::Decoded next = analysis::decode(now, ends.back());
      table.add(next.value);
      ends.push_back(ends.back() + next.length);
      reachable = table.may_reach(edits);
    }
    before.assign(now, 0, ends.back());
    if (reachable) {
      if (table.distance() <= edits) out.add({now, walk.documents(), table.distance()});
      walk.next();
    } else {
      walk.skip_to(after_all(before));
    }
  }
}

}  // namespace nsearch::searcher
