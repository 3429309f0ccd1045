// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <thread>

#include "nsearch/document.h"
#include "storage/index_directory.h"
#include "support.h"

using namespace nsearch;
using namespace storage_test;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;
namespace fs = std::filesystem;

namespace {

constexpr seconds no_wait(0);

Error refusal(const IndexDirectory& index, seconds wait = no_wait) {
  return error_of([&] { IndexLock lock(index, wait); });
}

/// A process that takes the lock and keeps it until it is killed.
class Holder {
 public:
  explicit Holder(const IndexDirectory& index) {
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    pid_ = ::fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
      hold(index, ready[1]);
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    REQUIRE(byte == 'y');
    ::close(ready[0]);
    ::close(ready[1]);
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  ~Holder() { kill(); }

  pid_t pid() const { return pid_; }

  void kill() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
      pid_ = -1;
    }
  }

 private:
  [[noreturn]] static void hold(const IndexDirectory& index, int ready) {
    char answer = 'n';
    try {
      const IndexLock lock(index, no_wait);
      answer = 'y';
      (void)!::write(ready, &answer, 1);
      for (;;) {
        ::pause();
      }
    } catch (const Error&) {
      (void)!::write(ready, &answer, 1);
    }
    ::_exit(1);
  }

  pid_t pid_ = -1;
};

}  // namespace

TEST_CASE("a lock shuts out a second one of the same process until it ends") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  {
    const IndexLock lock(index, no_wait);
    CHECK(refusal(index).code() == ErrorCode::locked);
    CHECK(refusal(index).code() == ErrorCode::locked);  // a failed attempt doesn't free it
    std::optional<Error> of_thread;
    std::thread([&] { of_thread = refusal(index); }).join();
    CHECK(of_thread->code() == ErrorCode::locked);
  }
  CHECK_NOTHROW(IndexLock(index, no_wait));
}

TEST_CASE("the refusal names the holder and the way out") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  const IndexLock lock(index, no_wait);
  char host[256] = "";
  ::gethostname(host, sizeof host - 1);
  const Error error = refusal(index);
  const std::string begin = folder.path().string() + ": in use by process " + std::to_string(::getpid()) +
                            " on " + host + " since ";
  CHECK_THAT(error.what(), Catch::StartsWith(begin));
  const std::string since = std::string(error.what()).substr(begin.size());
  const auto time = parse_date(since);
  REQUIRE(time);
  CHECK(format_date(*time) == since);
  CHECK(std::abs(time->seconds - std::time(nullptr)) < 60);
  CHECK(error.way_out() == "wait for it with --wait SECONDS");
  CHECK(read_file(folder / "nsearch.lock") ==
        "pid " + std::to_string(::getpid()) + " host " + host + " since " + since + "\n");
}

TEST_CASE("a lock moves without being freed") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  std::optional<IndexLock> first(std::in_place, index, no_wait);
  const IndexLock second(std::move(*first));
  first.reset();
  CHECK(refusal(index).code() == ErrorCode::locked);
}

TEST_CASE("a killed holder frees its lock") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  Holder holder(index);
  CHECK_THAT(refusal(index).what(),
             Catch::Contains("in use by process " + std::to_string(holder.pid()) + " on "));
  holder.kill();
  CHECK(fs::file_size(folder / "nsearch.lock") >
        0);  // the dead holder's name is still there, and means nothing
  const IndexLock lock(index, no_wait);
  CHECK_THAT(refusal(index).what(),
             Catch::Contains("in use by process " + std::to_string(::getpid()) + " on "));
}

TEST_CASE("a wait ends when the lock is free") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  std::optional<IndexLock> held(std::in_place, index, no_wait);
  std::atomic<bool> freed = false;
  std::thread holder([&] {
    std::this_thread::sleep_for(milliseconds(300));
    freed = true;
    held.reset();
  });
  const auto start = steady_clock::now();
  const IndexLock lock(index, seconds(60));
  CHECK(freed);
  CHECK(steady_clock::now() - start < seconds(30));
  holder.join();
}

TEST_CASE("a wait ends when its time is over") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  const IndexLock lock(index, no_wait);
  const auto start = steady_clock::now();
  CHECK(refusal(index, seconds(1)).code() == ErrorCode::locked);
  CHECK(steady_clock::now() - start >= seconds(1));
}

TEST_CASE("a wait for ever overflows no clock") {
  TemporaryFolder folder;
  CHECK_NOTHROW(IndexLock(IndexDirectory(folder.path()), seconds::max()));
}

TEST_CASE("a folder that is replaced during the wait is locked anew") {
  TemporaryFolder folder;
  const IndexDirectory index(folder / "idx");
  fs::create_directory(index.path());
  std::optional<IndexLock> held(std::in_place, index, no_wait);
  std::optional<IndexLock> waited;
  std::thread waiter([&] { waited.emplace(index, seconds(60)); });
  std::this_thread::sleep_for(milliseconds(250));
  fs::remove_all(index.path());
  fs::create_directory(index.path());
  held.reset();
  waiter.join();
  CHECK(refusal(index).code() == ErrorCode::locked);
}

TEST_CASE("a holder that has not written its name is another process") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  const std::string text = GENERATE(as<std::string>(), "", "pid", "pid 1 since x host y", "\n", "nonsense\n");
  write_file(folder / "nsearch.lock", text);
  const int fd = ::open((folder / "nsearch.lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(fd >= 0);
  struct flock whole {};
  whole.l_type = F_WRLCK;
  REQUIRE(::fcntl(fd, F_OFD_SETLK, &whole) == 0);
  CHECK(refusal(index).what() == folder.path().string() + ": in use by another process");
  ::close(fd);
}

TEST_CASE("the lock file obeys the umask") {
  TemporaryFolder folder;
  const mode_t former = ::umask(0027);
  { const IndexLock lock(IndexDirectory(folder.path()), no_wait); }
  ::umask(former);
  CHECK(fs::status(folder / "nsearch.lock").permissions() == fs::perms(0640));
}

TEST_CASE("a folder that can't be written to gives no lock") {
  TemporaryFolder folder;
  const IndexDirectory index(folder / "idx");
  CHECK(refusal(index).code() == ErrorCode::io);  // it isn't there

  fs::create_directory(index.path());
  fs::permissions(index.path(), fs::perms(0555));
  constexpr uid_t nobody = 65'534;
  const bool root = ::geteuid() == 0;
  REQUIRE((!root || ::seteuid(nobody) == 0));
  std::optional<Error> error;
  try {
    const IndexLock lock(index, no_wait);
  } catch (const Error& e) {
    error = e;
  }
  REQUIRE((!root || ::seteuid(0) == 0));
  REQUIRE(error);
  CHECK(error->code() == ErrorCode::io);
  CHECK_THAT(error->what(), Catch::StartsWith((index.path() / "nsearch.lock").string() + ": "));
  CHECK_FALSE(error->way_out().empty());
}

TEST_CASE(
    "the gate of commits: copiers share it, a writer waits for them, and the writer's lock is another") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  const IndexLock lock(index, no_wait);
  std::optional<CommitGate> first(std::in_place, index, CommitGate::Side::copier);
  const CommitGate second(index, CommitGate::Side::copier);
  CHECK(first->held());
  CHECK(second.held());
  std::atomic<bool> passed{false};
  {
    std::optional<CommitGate> third(std::in_place, index, CommitGate::Side::copier);
    first.reset();
    third.reset();
  }
  std::thread writer([&] {
    TemporaryFolder other;
    const CommitGate elsewhere(IndexDirectory(other.path()), CommitGate::Side::writer);  // no copier there
    passed = true;
  });
  writer.join();
  CHECK(passed);
}

TEST_CASE("the gate of commits: a writer passes once the last copier is gone") {
  TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  std::optional<CommitGate> copier(std::in_place, index, CommitGate::Side::copier);
  std::atomic<bool> passed{false};
  std::thread writer([&] {
    const CommitGate gate(index, CommitGate::Side::writer);
    passed = true;
  });
  std::this_thread::sleep_for(milliseconds(100));
  CHECK_FALSE(passed);
  copier.reset();
  writer.join();
  CHECK(passed);
}
