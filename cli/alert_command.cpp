// SPDX-License-Identifier: GPL-2.0-or-later
#include "alert_command.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <system_error>
#include <vector>

#include "nsearch/error.h"

namespace nsearch::cli {
namespace {

[[noreturn]] void failed(const std::string& what, int reason) {
  throw Error(ErrorCode::io, what + ": " + std::generic_category().message(reason));
}

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// A file without a name: unlike a pipe it is all there at once, whether the command reads it or not.
File file_with(const std::string& input) {
  File file(std::tmpfile(), std::fclose);
  const bool written = file && std::fwrite(input.data(), 1, input.size(), file.get()) == input.size() &&
                       std::fflush(file.get()) == 0;
  if (!written) failed("a temporary file", errno);
  std::rewind(file.get());
  return file;
}

/// The environment, with these in it.
class Environment {
 public:
  void set(const std::string& name, const std::string& value) { own_.push_back(name + "=" + value); }

  char** get() {
    all_.clear();
    for (char** variable = environ; *variable; ++variable) {
      if (!is_own(*variable)) all_.push_back(*variable);
    }
    for (std::string& variable : own_) all_.push_back(variable.data());
    all_.push_back(nullptr);
    return all_.data();
  }

 private:
  bool is_own(std::string_view variable) const {
    for (const std::string& own : own_) {
      const std::string_view name = std::string_view(own).substr(0, own.find('=') + 1);
      if (variable.substr(0, name.size()) == name) return true;
    }
    return false;
  }

  std::vector<std::string> own_;
  std::vector<char*> all_;
};

}  // namespace

std::string run_command(const std::string& command, const std::string& input, const std::string& name,
                        const std::string& batch) {
  const File file = file_with(input);
  Environment environment;
  environment.set("NSEARCH_ALERT", name);
  environment.set("NSEARCH_BATCH", batch);
  std::string shell = "sh", option = "-c", line = command;
  char* arguments[] = {shell.data(), option.data(), line.data(), nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ::fileno(file.get()), STDIN_FILENO);
  pid_t child = 0;
  const int problem = ::posix_spawn(&child, "/bin/sh", &actions, nullptr, arguments, environment.get());
  ::posix_spawn_file_actions_destroy(&actions);
  if (problem != 0) failed("/bin/sh", problem);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) failed("the command", errno);
  }
  if (WIFSIGNALED(status)) return "was killed by signal " + std::to_string(WTERMSIG(status));
  const int code = WEXITSTATUS(status);
  return code == 0 ? "" : "ended with " + std::to_string(code);
}

}  // namespace nsearch::cli
