// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace nsearch::cli {

/// Runs `command` by the shell with `input` on its standard input, and waits for it. `name` and `batch` are in its environment, as
/// NSEARCH_ALERT and NSEARCH_BATCH. Gives what was wrong, for people; empty where it ended with 0. Throws Error(io) where
/// it can't be run.
std::string run_command(const std::string& command, const std::string& input, const std::string& name,
                        const std::string& batch);

}  // namespace nsearch::cli
