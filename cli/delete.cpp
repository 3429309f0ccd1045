// SPDX-License-Identifier: GPL-2.0-or-later
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "commands.h"
#include "common_options.h"
#include "exit_codes.h"
#include "nsearch/error.h"
#include "nsearch/index_writer.h"
#include "nsearch/searcher.h"
#include "query_options.h"

namespace nsearch::cli {
namespace {

struct Options {
  std::string index;
  std::vector<std::string> ids;
  std::string query;
  unsigned wait = 0;
  bool dry_run = false;
  std::string changes;
};

/// The ids to delete; `malformed` if the query says nothing.
std::vector<std::string> matching(const Options& o, bool& malformed) {
  std::vector<std::string> ids;
  Searcher searcher({o.index});
  SearchRequest request;
  request.query = o.query;
  const SearchResults results = searcher.for_each_id(request, [&](const std::string& id) {
    ids.push_back(id);
    return true;
  });
  malformed = print_diagnostics(results, o.query);
  return ids;
}

int remove(const Options& o) {
  if (o.ids.empty() == o.query.empty())
    throw Error(ErrorCode::usage, "give either ids or --query",
                "nsearch delete ID..., or nsearch delete --query QUERY");
  bool malformed = false;
  const std::vector<std::string> ids = o.query.empty() ? o.ids : matching(o, malformed);
  if (malformed) return exit_usage;
  if (o.dry_run) {
    for (const std::string& id : ids) std::cout << id << '\n';
    return ids.empty() ? exit_nothing : exit_ok;
  }

  Searcher{{o.index}};  // an index that does not exist must not be made
  WriterOptions options;
  options.wait = std::chrono::seconds(o.wait);
  options.changes = o.changes;
  IndexWriter writer(o.index, options);
  std::size_t removed = 0;
  for (const std::string& id : ids) {
    if (writer.remove(id))
      ++removed;
    else
      std::cerr << id << ": no such document\n";
  }
  writer.commit();
  std::cerr << removed << " deleted, " << writer.documents() << " documents left\n";
  return removed > 0 ? exit_ok : exit_nothing;
}

}  // namespace

void add_delete(CLI::App& app, Action& action) {
  auto o = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("delete", "Delete documents, by id or by query");
  add_index_option(*command, o->index);
  command->add_option("ID", o->ids, "Ids of documents");
  command->add_option("--query", o->query, "Delete all that this query finds")->type_name("QUERY");
  command->add_flag("--dry-run", o->dry_run, "Only print the ids that would be deleted");
  add_wait_option(*command, o->wait);
  add_changes_option(*command, o->changes);
  command->footer(
      "Examples:\n"
      "  nsearch delete fr-1 fr-2 --index news.idx\n"
      "  nsearch delete --query 'date:<2015 AND source:wire' --dry-run --index news.idx\n"
      "Exit codes: 0 deleted, 1 nothing to delete, 2 bad usage or malformed query, 4 no usable index, 5 in "
      "use by another writer.");
  command->callback([o, &action] { action = [o] { return remove(*o); }; });
}

}  // namespace nsearch::cli
