// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/isolated.h"

#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <system_error>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

using std::chrono::steady_clock;

/// Memory that both processes see: where the child is, also when it can't tell any more.
struct Place {
  std::atomic<std::uint64_t> beats{0};
  char text[256] = "";
};

class SharedPlace {
 public:
  SharedPlace() {
    void* memory = ::mmap(nullptr, sizeof(Place), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    place_ = new (memory) Place;
  }
  SharedPlace(const SharedPlace&) = delete;
  SharedPlace& operator=(const SharedPlace&) = delete;
  ~SharedPlace() { ::munmap(place_, sizeof(Place)); }
  Place& operator*() const { return *place_; }
  Place* operator->() const { return place_; }

 private:
  Place* place_;
};

// A message is a line: its kind, then fields parted by the byte 1F.
constexpr char separator = '\x1f';
constexpr char kind_problem = 'p', kind_note = 'n', kind_counted = 'c';

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == separator; }, ' ');
  return line;
}

/// The child's end: writes messages into the pipe.
class Teller : public Finds {
 public:
  Teller(int pipe, Place& place) : pipe_(pipe), place_(place) {}
  void problem(const std::string& where, const std::string& what) override {
    send(kind_problem + one_line(where) + separator + one_line(what));
  }
  void note(const std::string& text) override { send(kind_note + one_line(text) + separator); }
  void counted(const std::string& what, std::uint64_t number) override {
    send(kind_counted + what + separator + std::to_string(number));
  }
  void at(const char* kind, std::string_view name) override {
    const std::size_t prefix = std::min(std::strlen(kind), sizeof place_.text / 2);
    const std::size_t rest = std::min(name.size(), sizeof place_.text - prefix - 2);
    std::memcpy(place_.text, kind, prefix);
    place_.text[prefix] = ' ';
    std::memcpy(place_.text + prefix + 1, name.data(), rest);
    place_.text[prefix + 1 + rest] = '\0';
    place_.beats.fetch_add(1, std::memory_order_release);
  }

 private:
  void send(std::string message) const {
    message += '\n';
    for (std::string_view rest = message; !rest.empty();) {
      const ssize_t written = ::write(pipe_, rest.data(), rest.size());
      if (written < 0 && errno != EINTR) ::_exit(1);  // the parent is gone
      if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  const int pipe_;
  Place& place_;
};

/// The parent's end.
class Hearer {
 public:
  explicit Hearer(Finds& parent) : parent_(parent) {}
  void hear(std::string_view bytes) {
    rest_ += bytes;
    for (std::size_t end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n')) {
      pass_on(std::string_view(rest_).substr(0, end));
      rest_.erase(0, end + 1);
    }
  }

 private:
  void pass_on(std::string_view line) const {
    const std::size_t middle = line.find(separator);
    if (line.empty() || middle == line.npos) return;
    const std::string first(line.substr(1, middle - 1)), second(line.substr(middle + 1));
    if (line[0] == kind_problem) parent_.problem(first, second);
    if (line[0] == kind_note) parent_.note(first);
    if (line[0] != kind_counted) return;
    std::uint64_t number = 0;
    std::from_chars(second.data(), second.data() + second.size(), number);
    parent_.counted(first, number);
  }
  Finds& parent_;
  std::string rest_;
};

[[noreturn]] void be_child(const std::function<void(Finds&)>& work, int pipe, Place& place) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) ::signal(signal, SIG_DFL);
  Teller teller(pipe, place);
  try {
    work(teller);
  } catch (const std::exception& error) {
    teller.problem("", error.what());
  } catch (...) {
    teller.problem("", "an unknown exception");
  }
  ::_exit(0);
}

/// Reads the pipe until its end. False: the child was silent for too long.
bool follow(int pipe, const Place& place, std::chrono::seconds silence, Hearer& hearer) {
  std::uint64_t beats = 0;
  auto last = steady_clock::now();
  char buffer[4096];
  for (;;) {
    struct pollfd ready {
      pipe, POLLIN, 0
    };
    ::poll(&ready, 1, 500);
    if (ready.revents != 0) {
      const ssize_t size = ::read(pipe, buffer, sizeof buffer);
      if (size == 0 || (size < 0 && errno != EINTR)) return true;
      if (size > 0) hearer.hear({buffer, static_cast<std::size_t>(size)});
      last = steady_clock::now();
    }
    if (const std::uint64_t now = place.beats.load(std::memory_order_acquire); now != beats) {
      beats = now;
      last = steady_clock::now();
    }
    if (steady_clock::now() - last > silence) return false;
  }
}

}  // namespace

std::string run_isolated(const std::function<void(Finds&)>& work, std::chrono::seconds silence,
                         Finds& parent) {
  const SharedPlace place;
  int ends[2];
  if (::pipe(ends) != 0) throw Error(ErrorCode::io, "no pipe: " + std::generic_category().message(errno));
  const pid_t child = ::fork();
  if (child < 0) {
    const int reason = errno;
    ::close(ends[0]);
    ::close(ends[1]);
    throw Error(ErrorCode::io, "no process: " + std::generic_category().message(reason));
  }
  if (child == 0) {
    ::close(ends[0]);
    be_child(work, ends[1], *place);
  }
  ::close(ends[1]);
  Hearer hearer(parent);
  const bool ended = follow(ends[0], *place, silence, hearer);
  ::close(ends[0]);
  if (!ended) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const std::string at = place->text[0] != '\0' ? " at " + one_line(place->text) : "";
  if (!ended) return "no end within " + std::to_string(silence.count()) + " s" + at;
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status)) + at;
  if (WEXITSTATUS(status) != 0) return "exit code " + std::to_string(WEXITSTATUS(status)) + at;
  return {};
}

}  // namespace nsearch::indexer
