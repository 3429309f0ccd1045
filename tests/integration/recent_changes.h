// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "nsearch/index_writer.h"
#include "storage/index_directory.h"

// Writing with changes kept apart from a large index, or in place.

inline nsearch::IndexRun way(const std::string& changes) {
  nsearch::IndexRun run;
  run.writer.changes = changes;
  return run;
}

inline nsearch::WriterOptions writing(const std::string& changes) {
  nsearch::WriterOptions options;
  options.changes = changes;
  return options;
}

inline bool has_recent(const std::string& index) {
  return nsearch::IndexDirectory(index).in_force().recent.has_value();
}
