// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/hit_fields.h"
#include "present/json_values.h"
#include "present/presenters.h"

namespace nsearch::searcher {
namespace {

const std::vector<std::string> usual_fields{"rank",   "score",  "id",    "date", "lang",
                                            "source", "author", "title", "url"};
const std::vector<std::string> usual_fields_of_all{"id", "date", "lang", "source", "author", "title", "url"};

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

bool looks_like_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

/// One table, its columns named in the first line: the hits, or, where facets or a timeline were asked for,
/// these counts. A batch has the query's id in the first column.
template <typename Syntax>
class TablePresenter : public Presenter {
 public:
  TablePresenter(std::ostream& out, const PresentOptions& options)
      : out_(out), fields_(options.fields), safe_(options.spreadsheet_safe) {}

  void results(const std::string& query_id, const SearchRequest& request,
               const SearchResults& results) override {
    query_id_ = query_id;
    const bool counts = !request.facets.empty() || request.timeline;
    if (counts) {
      begin({"facet", "value", "count", "exact"});
      write_counts(results);
    } else {
      begin(fields_.empty() ? usual_fields : fields_);
      for (const Hit& hit : results.hits) write(hit);
    }
  }

  void hit(const Hit& hit) override {
    begin(fields_.empty() ? usual_fields_of_all : fields_);
    write(hit);
  }

 private:
  void begin(const std::vector<std::string>& columns) {
    if (!columns_.empty()) return;
    columns_ = columns;
    std::vector<std::string> names = columns;
    if (!query_id_.empty()) names.insert(names.begin(), "query_id");
    write(names);
  }

  void write(const Hit& hit) {
    std::vector<std::string> cells;
    if (!query_id_.empty()) cells.push_back(query_id_);
    for (const std::string& name : columns_) cells.push_back(field_text(hit, name));
    write(cells);
  }

  void write_counts(const SearchResults& results) {
    for (const Facet& facet : results.facets) {
      for (const FacetValue& value : facet.values) {
        write_count(facet.name, value.value, value.documents, results.counts);
      }
      if (facet.without_value > 0) write_count(facet.name, "", facet.without_value, results.counts);
    }
    if (!results.timeline) return;
    const std::string step = std::string("timeline ") + name(results.timeline->step);
    for (const TimelinePeriod& period : results.timeline->periods) {
      write_count(step, period.name, period.documents, results.counts);
    }
    if (results.timeline->undated > 0) write_count(step, "", results.timeline->undated, results.counts);
  }

  void write_count(const std::string& facet, const std::string& value, std::uint64_t count,
                   const CountBasis& basis) {
    std::vector<std::string> cells{facet, value, std::to_string(estimate(count, basis)),
                                   basis.exact ? "yes" : "no"};
    if (!query_id_.empty()) cells.insert(cells.begin(), query_id_);
    write(cells);
  }

  void write(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out_ << Syntax::separator;
      out_ << Syntax::cell(safe_ && looks_like_formula(cells[i]) ? "'" + cells[i] : cells[i]);
    }
    out_ << Syntax::line_end;
  }

  std::ostream& out_;
  std::vector<std::string> fields_;
  bool safe_;
  std::vector<std::string> columns_;
  std::string query_id_;
};

}  // namespace

std::unique_ptr<Presenter> make_csv_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<TablePresenter<Csv>>(out, options);
}

std::unique_ptr<Presenter> make_tsv_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<TablePresenter<Tsv>>(out, options);
}

}  // namespace nsearch::searcher
