// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/indexer.h"

#include <algorithm>

#include "document_preparer.h"
#include "nsearch/error.h"
#include "pipeline/index_session.h"
#include "pipeline/input_list.h"
#include "reader/reader.h"

namespace nsearch {

IndexSummary index_files(const std::string& directory, const IndexRun& run) {
  IndexRun checked_run = run;
  checked_run.writer = indexer::checked(run.writer);
  indexer::choose_reader(run.format, {}, {});  // throws where there is no such format
  if (run.delete_missing && std::find(run.paths.begin(), run.paths.end(), "-") != run.paths.end()) {
    throw Error(ErrorCode::usage, "standard input can't tell which documents are missing from it",
                "give a file or a folder with --delete-missing");
  }
  const indexer::InputList inputs = indexer::list_inputs(run.paths, directory);
  indexer::IndexSession session(directory, checked_run);
  return session.run(inputs);
}

}  // namespace nsearch
