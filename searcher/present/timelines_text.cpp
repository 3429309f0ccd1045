// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "nsearch/error.h"
#include "nsearch/presenter.h"
#include "nsearch/timelines.h"
#include "present/json_values.h"
#include "present/mark.h"
#include "present/table_syntax.h"
#include "present/text_counts.h"

namespace nsearch {
namespace {

using namespace searcher;

constexpr std::size_t least_bar = 8;

Json to_json(const Timelines& all) {
  Json queries = Json::array();
  for (const ComparedQuery& one : all.queries) {
    Json hints = Json::array();
    for (const QueryDiagnostic& hint : one.hints) hints.push_back(searcher::to_json(hint));
    queries.push_back({{"query", one.query},
                       {"counts", searcher::to_json(one.counts)},
                       {"undated", one.undated},
                       {"hints", std::move(hints)}});
  }
  Json periods = Json::array();
  for (const ComparedPeriod& period : all.periods) {
    periods.push_back({{"period", period.name},
                       {"first_day", period.first_day},
                       {"last_day", period.last_day},
                       {"counts", period.documents}});
  }
  return {{"version", json_version},
          {"step", name(all.step)},
          {"queries", std::move(queries)},
          {"periods", std::move(periods)},
          {"seconds", all.seconds}};
}

void write_table(const Timelines& all, const std::string& format, std::ostream& out, bool safe) {
  std::vector<std::string> row{"period", "first_day", "last_day"};
  for (const ComparedQuery& one : all.queries) row.push_back(one.query);
  write_row(format, row, safe, out);
  for (const ComparedPeriod& period : all.periods) {
    row = {period.name, period.first_day, period.last_day};
    for (std::size_t i = 0; i < period.documents.size(); ++i)
      row.push_back(std::to_string(estimate(period.documents[i], all.queries[i].counts)));
    write_row(format, row, safe, out);
  }
}

/// A query's column: its counts to the right, its bars behind them.
struct Column {
  std::size_t digits = 1;
};

class Chart {
 public:
  Chart(const Timelines& all, std::ostream& out, const PresentOptions& options)
      : all_(all), out_(out), options_(options), palette_(options.colour), columns_(all.queries.size()) {
    for (const ComparedPeriod& period : all.periods) {
      names_ = std::max(names_, period.name.size());
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        most_ = std::max(most_, period.documents[i]);
        columns_[i].digits = std::max(columns_[i].digits, shown(period, i).size());
      }
    }
    for (std::size_t i = 0; i < columns_.size(); ++i)
      columns_[i].digits = std::max(columns_[i].digits, label(i).size());
    std::size_t taken = names_ + 2;
    for (const Column& column : columns_) taken += column.digits + (options.bars ? 4 : 2);
    const std::size_t number = std::max<std::size_t>(1, columns_.size());
    bar_ = options.width > taken + least_bar * number ? (options.width - taken) / number : least_bar;
  }

  void write() {
    for (std::size_t i = 0; i < all_.queries.size(); ++i)
      out_ << "  " << label(i) << ": " << palette_.title << printable(all_.queries[i].query) << palette_.reset
           << '\n';
    out_ << '\n' << palette_.title << "by " << name(all_.step) << palette_.reset << '\n';
    write_head();
    for (const ComparedPeriod& period : all_.periods) write(period);
    for (std::size_t i = 0; i < all_.queries.size(); ++i) write_remarks(i);
  }

 private:
  /// "A", "B" and so on; queries are too long for the heads of columns.
  static std::string label(std::size_t query) {
    return query < 26 ? std::string(1, static_cast<char>('A' + query)) : "Q" + std::to_string(query + 1);
  }

  std::string shown(const ComparedPeriod& period, std::size_t query) const {
    const CountBasis& basis = all_.queries[query].counts;
    return (basis.exact ? "" : "~") + std::to_string(estimate(period.documents[query], basis));
  }

  void pad(const std::string& text, std::size_t width) {
    for (std::size_t i = text.size(); i < width; ++i) out_ << ' ';
    out_ << text;
  }

  void write_head() {
    pad("", names_ + 2);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      out_ << "  ";
      pad(label(i), columns_[i].digits);
      if (options_.bars && i + 1 < columns_.size()) pad("", bar_ + 2);
    }
    out_ << '\n';
  }

  /// All bars have one scale.
  void write(const ComparedPeriod& period) {
    out_ << "  " << period.name;
    pad("", names_ - period.name.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      out_ << "  ";
      pad(shown(period, i), columns_[i].digits);
      if (!options_.bars) continue;
      const std::uint64_t number = period.documents[i];
      const std::uint64_t halves = number == 0 ? 0 : std::max<std::uint64_t>(1, number * bar_ * 2 / most_);
      out_ << "  " << palette_.bar << bar(halves) << palette_.reset;
      if (i + 1 < columns_.size()) pad("", bar_ - (halves + 1) / 2);
    }
    out_ << '\n';
  }

  void write_remarks(std::size_t query) {
    const ComparedQuery& one = all_.queries[query];
    if (one.undated > 0) out_ << "  " << label(query) << ": " << one.undated << " without a date\n";
    if (!one.counts.exact)
      out_ << "  " << label(query) << ": estimates: " << one.counts.counted << " of about " << one.counts.hits
           << " documents were counted\n";
  }

  const Timelines& all_;
  std::ostream& out_;
  const PresentOptions& options_;
  const Palette palette_;
  std::vector<Column> columns_;
  std::uint64_t most_ = 1;
  std::size_t names_ = 0, bar_ = 0;
};

}  // namespace

void present_timelines(const Timelines& timelines, const std::string& format, std::ostream& out,
                       const PresentOptions& options) {
  if (format == "json")
    out << to_line(to_json(timelines));
  else if (format == "csv" || format == "tsv")
    write_table(timelines, format, out, options.spreadsheet_safe);
  else if (format == "text")
    Chart(timelines, out, options).write();
  else
    throw Error(ErrorCode::usage, "unknown format of timelines: " + format, "choose text, json, csv or tsv");
}

}  // namespace nsearch
