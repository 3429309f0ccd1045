// SPDX-License-Identifier: GPL-2.0-or-later
// CSV and TSV: tables whose first row names the columns. Each further row is a document.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "nsearch/error.h"
#include "reader/column_names.h"
#include "reader/csv_columns.h"
#include "reader/csv_rows.h"
#include "reader/formats.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

std::string_view first_line(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  return text.substr(0, text.find_first_of("\r\n"));
}

class CsvReader final : public Reader {
 public:
  /// `separator`: '\0': by the header.
  CsvReader(const ReaderOptions& options, char separator) : map_(options.field_map), separator_(separator) {}

  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    const std::string head = to_utf8(source.peek()).text;
    DecodedSource decoded(source, {});
    CsvRows rows(decoded, separator_ != '\0' ? separator_ : find_separator(first_line(head)));
    std::uint64_t line = 1;
    try {
      CsvRow row;
      bool more = true;
      while (more && rows.next(row)) {
        line = row.line;
        more = take(std::move(row), origin, sink);
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::corrupt) throw;
      sink.reject({{}, line, 0, {}, error.what()});
    }
    if (std::string note = decoded.note(); !note.empty()) sink.note(0, std::move(note));
  }

 private:
  bool take(CsvRow&& row, const Origin& origin, RecordSink& sink) {
    if (!row.fault.empty()) return sink.reject({{}, row.line, row.byte, {}, std::move(row.fault)});
    const bool empty =
        std::all_of(row.fields.begin(), row.fields.end(), [](const auto& f) { return is_blank(f); });
    if (empty) return true;
    if (columns_) return take_row(std::move(row), origin, sink);
    columns_.emplace(map_, std::move(row.fields));
    if (columns_->has_body()) return true;
    sink.reject({{},
                 row.line,
                 row.byte,
                 {},
                 "no column for the body among " + columns_->names() + "; map one to it: --field body=NAME"});
    return false;
  }

  bool take_row(CsvRow&& row, const Origin& origin, RecordSink& sink) {
    Document document;
    document.origin = {origin.path, row.line};
    std::vector<std::string> notes;
    if (row.fields.size() > columns_->size()) {
      notes.push_back(std::to_string(row.fields.size()) + " fields where the header names " +
                      std::to_string(columns_->size()) + "; what is beyond is left out");
    }
    columns_->read(std::move(row.fields), document, notes);
    if (is_blank(document.body)) {
      return sink.reject({{}, row.line, row.byte, std::move(document.id), "body: empty"});
    }
    for (std::string& note : notes) sink.note(row.line, std::move(note));
    return sink.document(std::move(document));
  }

  FieldMap map_;
  char separator_;
  std::optional<CsvColumns> columns_;
};

/// Whether a line looks like the names of columns, one for a body among them.
bool is_header(std::string_view line, char separator) {
  constexpr std::size_t longest_name = 40;
  bool body = false;
  std::size_t count = 0;
  while (true) {
    const std::size_t end = std::min(line.find(separator), line.size());
    std::string name = plain_name(line.substr(0, end));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    if (name.empty() || name.size() > longest_name) return false;
    const auto& usual = usual_names(Field::body);
    body = body || std::find(usual.begin(), usual.end(), name) != usual.end();
    ++count;
    if (end == line.size()) return body && count > 1;
    line.remove_prefix(end + 1);
  }
}

int recognise_csv(std::string_view name, std::string_view head) {
  if (name.ends_with(".csv")) return 90;
  const std::string_view line = first_line(head);
  const char separator = find_separator(line);
  return separator != '\t' && line.size() < head.size() && is_header(line, separator) ? 50 : 0;
}

int recognise_tsv(std::string_view name, std::string_view head) {
  if (name.ends_with(".tsv") || name.ends_with(".tab")) return 90;
  const std::string_view line = first_line(head);
  return line.size() < head.size() && is_header(line, '\t') ? 50 : 0;
}

std::unique_ptr<Reader> make_csv(const ReaderOptions& options) {
  return std::make_unique<CsvReader>(options, '\0');
}

std::unique_ptr<Reader> make_tsv(const ReaderOptions& options) {
  return std::make_unique<CsvReader>(options, '\t');
}

}  // namespace

ReaderEntry csv_format() {
  return {{"csv", "CSV with a header row; the separator is found by it", {".csv"}}, recognise_csv, make_csv};
}

ReaderEntry tsv_format() {
  return {{"tsv", "TSV with a header row", {".tsv", ".tab"}}, recognise_tsv, make_tsv};
}

}  // namespace nsearch::indexer
