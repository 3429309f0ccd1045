// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace nsearch::searcher {

/// RFC 4180: fields that need it in quotation marks, these doubled; lines end with CR LF.
struct Csv {
  static constexpr char separator = ',';
  static constexpr std::string_view line_end = "\r\n";

  static std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
    return quoted + '"';
  }
};

/// text/tab-separated-values: no quoting, so tabs and line breaks become spaces.
struct Tsv {
  static constexpr char separator = '\t';
  static constexpr std::string_view line_end = "\n";

  static std::string cell(std::string text) {
    for (char& c : text) {
      if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    }
    return text;
  }
};

inline bool looks_like_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

/// `safe`: as PresentOptions::spreadsheet_safe.
template <typename Syntax>
void write_row(const std::vector<std::string>& cells, bool safe, std::ostream& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out << Syntax::separator;
    out << Syntax::cell(safe && looks_like_formula(cells[i]) ? "'" + cells[i] : cells[i]);
  }
  out << Syntax::line_end;
}

/// A row of the format "csv" or "tsv".
inline void write_row(const std::string& format, const std::vector<std::string>& cells, bool safe,
                      std::ostream& out) {
  if (format == "csv") {
    write_row<Csv>(cells, safe, out);
  } else {
    write_row<Tsv>(cells, safe, out);
  }
}

}  // namespace nsearch::searcher
