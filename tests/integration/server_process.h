// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

/// A program that listens on a port of this machine, ended with the object.
class ServerProcess {
 public:
  /// Starts `program --port PORT ...`, PORT being free, and waits until it listens. Throws std::runtime_error.
  ServerProcess(const std::string& program, std::vector<std::string> arguments, int port = 0);
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;
  ~ServerProcess();

  int port() const { return port_; }
  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
  /// Ends it, its children that serve connections included.
  void stop();

  /// Whether a program is installed.
  static bool has(const std::string& program);

 private:
  pid_t process_ = -1;
  int port_ = 0;
};
