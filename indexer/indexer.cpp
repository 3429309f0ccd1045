// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/indexer.h"

#include "document_preparer.h"
#include "pipeline/index_session.h"
#include "pipeline/input_list.h"
#include "reader/reader.h"

namespace nsearch {

IndexSummary index_files(const std::string& directory, const IndexRun& run) {
  IndexRun checked_run = run;
  checked_run.writer = indexer::checked(run.writer);
  indexer::choose_reader(run.format, {}, {});  // throws where there is no such format
  const indexer::InputList inputs = indexer::list_inputs(run.paths, directory);
  indexer::IndexSession session(directory, checked_run);
  return session.run(inputs);
}

}  // namespace nsearch
