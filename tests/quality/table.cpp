// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

namespace nsearch::quality {
namespace {

std::string formatted(const char* format, int decimals, double value) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, decimals, value);
  return text.data();
}

void print_cell(std::ostream& out, const std::string& cell, std::size_t width, bool left) {
  const std::string blanks(width - std::min(width, cell.size()), ' ');
  out << ' ' << (left ? cell + blanks : blanks + cell) << " |";
}

}  // namespace

Table::Table(std::vector<std::string> head) : rows_{std::move(head)} {}

void Table::add(std::vector<std::string> row) {
  rows_.push_back(std::move(row));
}

void Table::print(std::ostream& out) const {
  std::vector<std::size_t> widths(rows_.front().size(), 3);
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  for (const auto& row : rows_) {
    out << '|';
    for (std::size_t i = 0; i < row.size(); ++i) print_cell(out, row[i], widths[i], i == 0);
    out << '\n';
    if (&row != &rows_.front()) continue;
    out << '|';
    for (std::size_t i = 0; i < widths.size(); ++i)
      out << (i == 0 ? ":" : "-") << std::string(widths[i], '-') << (i == 0 ? "-|" : ":|");
    out << '\n';
  }
}

std::string number(double value, int decimals) {
  return formatted("%.*f", decimals, value);
}
std::string signed_number(double value, int decimals) {
  return formatted("%+.*f", decimals, value);
}

}  // namespace nsearch::quality
