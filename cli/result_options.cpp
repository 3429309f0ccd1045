// SPDX-License-Identifier: GPL-2.0-or-later
#include "result_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "nsearch/error.h"

namespace nsearch::cli {

namespace {

std::string format_help() {
  std::string text = "How to write the results:";
  for (const OutputFormat& format : output_formats()) text += " " + format.name;
  return text;
}

void add_counting_options(CLI::App& command, ResultOptions& o) {
  command
      .add_option("--facet", o.facets,
                  "Count the values of these over all results: lang, source, author, host, year, month, day, "
                  "any facet of the index")
      ->delimiter(',')
      ->type_name("NAME,...");
  command.add_option("--facet-values", o.facet_values, "Show this many values of a facet")->default_str("10");
  command.add_option("--timeline", o.timeline, "Count the results over time")
      ->check(CLI::IsMember({"day", "week", "month", "year"}))
      ->type_name("day|week|month|year");
}

template <typename Value>
struct Named {
  std::string_view name;
  Value value;
};

template <typename Value, std::size_t count>
Value named(const Named<Value> (&list)[count], const std::string& name) {
  const auto* const found =
      std::find_if(std::begin(list), std::end(list), [&](const auto& one) { return one.name == name; });
  return found == std::end(list) ? Value{} : found->value;
}

constexpr Named<SortOrder> orders[] = {
    {"rank", SortOrder::rank}, {"date", SortOrder::oldest_first}, {"-date", SortOrder::newest_first}};
constexpr Named<TimelineStep> steps[] = {{"day", TimelineStep::day},
                                         {"week", TimelineStep::week},
                                         {"month", TimelineStep::month},
                                         {"year", TimelineStep::year}};
constexpr Named<double> units[] = {{"", 1}, {"d", 1}, {"w", 7}, {"m", 30.4375}, {"y", 365.25}};

bool names_only_ids(const ResultOptions& o) {
  return o.format == "ids" || o.format == "trec";
}

bool asks_for(const ResultOptions& o, const char* field) {
  return std::find(o.fields.begin(), o.fields.end(), field) != o.fields.end();
}

/// Tables show snippets only where they are asked for, and then every format must be asked.
bool shows_snippets(const ResultOptions& o) {
  if (names_only_ids(o) || o.no_snippets || o.snippets == 0) return false;
  if (!o.fields.empty()) return asks_for(o, "snippets") || asks_for(o, "title_marked");
  return o.format != "csv" && o.format != "tsv";
}

}  // namespace

void add_result_options(CLI::App& command, ResultOptions& o) {
  command.add_option("-f,--format", o.format, format_help())->default_str("text");
  command.add_option("-n,--limit", o.limit, "Show at most this many results; all: see --all")
      ->type_name("NUMBER|all")
      ->default_str("10");
  command.add_option("--offset", o.offset, "Leave out the first results")->default_str("0");
  command.add_flag("--all", o.all,
                   "Write every result, in the index's order, in constant memory (ndjson, csv, tsv, ids)");
  command.add_option("--sort", o.sort, "Best first (rank), oldest first (date) or newest first (-date)")
      ->check(CLI::IsMember({"rank", "date", "-date"}))
      ->type_name("rank|date|-date")
      ->default_str("rank");
  command.add_option("--recency", o.recency, "Newer results gain rank, half as much after each time as long")
      ->type_name("30d|2w|6m|1y");
  command.add_flag("--fold", o.fold, "Show of copies of one text the best only, and how many more there are");
  command.add_option("--fold-of", o.fold_of, "Only copies of the document with this id")->type_name("ID");
  add_counting_options(command, o);
  command
      .add_option(
          "--fields", o.fields,
          "Write these fields only (json, ndjson, csv, tsv): rank, score, id, url, title, date, lang, "
          "source, author, snippets, body, ...")
      ->delimiter(',')
      ->type_name("NAME,...");
  command.add_option("--snippets", o.snippets, "Show at most this many snippets of a result")
      ->default_str("2");
  command.add_option("--snippet-length", o.snippet_length, "About this many characters each")
      ->check(CLI::Range(20, 100000))
      ->type_name("CHARACTERS")
      ->default_str("200");
  command.add_flag("--no-snippets", o.no_snippets, "Show no snippets");
  add_spreadsheet_safe_option(command, o.spreadsheet_safe);
}

void add_table_options(CLI::App& command, std::string& format, bool& spreadsheet_safe) {
  command.add_option("-f,--format", format, "text, json, csv, tsv")
      ->check(CLI::IsMember({"text", "json", "csv", "tsv"}))
      ->default_str("text");
  add_spreadsheet_safe_option(command, spreadsheet_safe);
}

void add_spreadsheet_safe_option(CLI::App& command, bool& spreadsheet_safe) {
  command.add_flag("--spreadsheet-safe", spreadsheet_safe,
                   "Put ' before what a spreadsheet would take for a formula (csv, tsv)");
}

std::optional<std::size_t> number_or_all(const std::string& limit) {
  if (limit == "all") return std::nullopt;
  std::size_t number = 0;
  const char* const end = limit.data() + limit.size();
  const auto [at, failure] = std::from_chars(limit.data(), end, number);
  if (failure != std::errc() || at != end)
    throw Error(ErrorCode::usage, "--limit " + limit + ": no number", "give a number, or all");
  return number;
}

TimelineStep timeline_step(const std::string& name) {
  return named(steps, name);
}

bool wants_all(const ResultOptions& o) {
  return o.all || o.limit == "all";
}

void check_all(const ResultOptions& o) {
  if (o.fold || !o.fold_of.empty())
    throw Error(ErrorCode::usage, "--all writes copies too",
                "leave out --fold and --fold-of, or give a --limit");
  const bool ordered = o.sort != "rank" || !o.recency.empty() || o.offset > 0;
  const bool counted = !o.facets.empty() || !o.timeline.empty();
  if (ordered || counted)
    throw Error(ErrorCode::usage, "--all writes results in the index's order, without counts",
                "leave out --sort, --recency, --offset, --facet and --timeline, or give a --limit");
  if (o.format != "ndjson" && o.format != "csv" && o.format != "tsv" && o.format != "ids")
    throw Error(ErrorCode::usage, "--all can't be written as " + o.format,
                "choose --format ndjson, csv, tsv or ids");
  if (asks_for(o, "snippets") || asks_for(o, "title_marked") || asks_for(o, "rank") || asks_for(o, "score"))
    throw Error(ErrorCode::usage, "--all has no ranks, scores or snippets", "leave these --fields out");
}

void set_request(const ResultOptions& o, SearchRequest& request) {
  request.limit = wants_all(o) ? 0 : number_or_all(o.limit).value_or(0);
  request.offset = o.offset;
  request.documents = !names_only_ids(o);
  request.bodies = asks_for(o, "body");
  request.snippets = shows_snippets(o);
  request.most_snippets = o.snippets;
  request.snippet_length = o.snippet_length;
  request.sort = named(orders, o.sort);
  if (!o.recency.empty()) request.recency_half_life = half_life_days(o.recency);
  request.fold = o.fold;
  request.copies_of = o.fold_of;
  request.facets = o.facets;
  request.facet_values = o.facet_values;
  if (!o.timeline.empty()) request.timeline = timeline_step(o.timeline);
}

void set_present_options(const ResultOptions& o, PresentOptions& present) {
  present.fields = o.fields;
  present.spreadsheet_safe = o.spreadsheet_safe;
  if (o.fields.empty()) return;
  if (o.format != "json" && o.format != "ndjson" && o.format != "csv" && o.format != "tsv")
    throw Error(ErrorCode::usage, "--fields does nothing with --format " + o.format,
                "choose json, ndjson, csv or tsv");
}

double half_life_days(const std::string& text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, failure] = std::from_chars(text.data(), end, number);
  const double unit = failure == std::errc() ? named(units, std::string(at, end)) : 0;
  const double days = number * unit;
  if (days < 1 || days > 36500)
    throw Error(ErrorCode::usage, "--recency " + text + ": no time between 1 day and 100 years",
                "give 30d, 2w, 6m or 1y");
  return days;
}

}  // namespace nsearch::cli
