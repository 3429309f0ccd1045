// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/hit_fields.h"
#include "present/json_values.h"
#include "present/presenters.h"
#include "present/table_syntax.h"

namespace nsearch::searcher {
namespace {

const std::vector<std::string> usual_fields{"rank",   "score",  "id",    "date", "lang",
                                            "source", "author", "title", "url"};
const std::vector<std::string> usual_fields_of_all{"id", "date", "lang", "source", "author", "title", "url"};

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
      begin(columns_of(request));
      for (const Hit& hit : results.hits) write(hit);
    }
  }

  void hit(const Hit& hit) override {
    begin(fields_.empty() ? usual_fields_of_all : fields_);
    write(hit);
  }

 private:
  std::vector<std::string> columns_of(const SearchRequest& request) const {
    if (!fields_.empty()) return fields_;
    std::vector<std::string> columns = usual_fields;
    if (request.fold) columns.push_back("copies");
    return columns;
  }

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

  void write(const std::vector<std::string>& cells) { write_row<Syntax>(cells, safe_, out_); }

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
