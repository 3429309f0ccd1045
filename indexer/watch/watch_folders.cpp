// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <thread>

#include "document_preparer.h"
#include "nsearch/error.h"
#include "nsearch/watch.h"
#include "pipeline/index_session.h"
#include "reader/reader.h"
#include "watch/folder_watch.h"

namespace nsearch {
namespace {

using namespace indexer;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// How soon a request to end is heard.
constexpr milliseconds attention{200};

/// A stream of files without end is cut into batches of this time.
constexpr int longest_gathering = 10;  // times WatchRun::gather

class Watcher {
 public:
  Watcher(const std::string& directory, const WatchRun& watch)
      : directory_(directory), watch_(watch), run_(watch.run), folders_(directory) {
    run_.writer = checked(watch.run.writer);
    choose_reader(run_.format, {}, {});
    for (const std::string& path : watch.run.paths) folders_.add(path);
  }

  void run() {
    index(watch_.run.paths);  // what was dropped before the watch
    while (!cancelled()) {
      FolderChanges changes;
      folders_.wait(attention, changes);
      if (changes.empty()) continue;
      gather(changes);
      if (changes.unknown) {
        index(watch_.run.paths);
      } else {
        index({changes.files.begin(), changes.files.end()});
      }
    }
  }

 private:
  bool cancelled() const { return watch_.run.cancelled && watch_.run.cancelled(); }

  /// Until nothing more comes for a while.
  void gather(FolderChanges& changes) {
    const auto end = steady_clock::now() + longest_gathering * watch_.gather;
    for (std::size_t before = 0; changes.files.size() != before && steady_clock::now() < end;) {
      before = changes.files.size();
      std::this_thread::sleep_for(watch_.gather);
      folders_.wait(milliseconds(0), changes);
    }
  }

  void index(std::vector<std::string> paths) {
    run_.paths = std::move(paths);
    while (!cancelled()) {
      const InputList inputs = list_inputs(run_.paths, directory_, Absent::skip);
      if (inputs.inputs.empty() && !run_.delete_missing) return;
      try {
        const IndexSummary summary = IndexSession(directory_, run_).run(inputs);
        if (watch_.on_batch) watch_.on_batch(summary);
        return;
      } catch (const Error& error) {
        if (error.code() != ErrorCode::locked) throw;
        std::this_thread::sleep_for(attention);  // another writer's turn
      }
    }
  }

  const std::string& directory_;
  const WatchRun& watch_;
  IndexRun run_;
  FolderWatch folders_;
};

}  // namespace

void watch_folders(const std::string& directory, const WatchRun& watch) {
  Watcher(directory, watch).run();
}

}  // namespace nsearch
