// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace nsearch::cli {

/// What a subcommand does once its options are parsed; gives the exit code.
using Action = std::function<int()>;

/// Each adds its subcommand to `app` and, if it is the one called, puts what to do into `action` (which
/// outlives parsing).
void add_index(CLI::App& app, Action& action);
void add_delete(CLI::App& app, Action& action);
void add_reindex(CLI::App& app, Action& action);
void add_compact(CLI::App& app, Action& action);
void add_backup(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_dump(CLI::App& app, Action& action);
void add_extract(CLI::App& app, Action& action);
void add_query(CLI::App& app, Action& action);
void add_count(CLI::App& app, Action& action);
void add_duplicates(CLI::App& app, Action& action);
void add_terms(CLI::App& app, Action& action);
void add_timeline(CLI::App& app, Action& action);
void add_related(CLI::App& app, Action& action);
void add_show(CLI::App& app, Action& action);
void add_info(CLI::App& app, Action& action);
void add_languages(CLI::App& app, Action& action);
void add_analyze(CLI::App& app, Action& action);
void add_synonyms(CLI::App& app, Action& action);
void add_alert(CLI::App& app, Action& action);
void add_dictionary(CLI::App& app, Action& action);

}  // namespace nsearch::cli
