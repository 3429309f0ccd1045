// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The stub file XAPIANDB: Xapian's own format, one database a line, a keyword and where it is. Empty lines
/// and lines that begin with "#" mean nothing.
namespace nsearch::storage {

struct StubEntry {
  enum class Kind {
    local,          ///< a database's folder, relative to the stub's
    remote_server,  ///< host and port
    remote_program  ///< a program to start, and its arguments
  };
  Kind kind = Kind::local;
  std::string where;      ///< folder, host or program
  std::string arguments;  ///< of the program
  unsigned port = 0;
};

/// Reads the stub in an index folder. Throws Error: no_index where there is none, io where it can't be read.
std::string read_stub(const std::filesystem::path& index);

/// Whether they are one shard: a generation, or one and that of recent changes to it.
bool is_one_shard(const std::vector<StubEntry>& entries);

/// The entries of a stub, in order. `name` is the index, for messages. Throws Error(corrupt) naming the line.
std::vector<StubEntry> parse_stub(std::string_view text, const std::string& name);

}  // namespace nsearch::storage
