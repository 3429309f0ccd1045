// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/stub.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>

#include "nsearch/error.h"
#include "storage/index_directory.h"

namespace nsearch::storage {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void no_index(const fs::path& index) {
  std::error_code ignored;
  const std::string name = index.string();
  if (fs::exists(index / "iamglass", ignored)) {
    throw Error(ErrorCode::no_index,
                name + ": not an nsearch index, but a Xapian database of another program",
                "choose another folder: nsearch index PATH... --index DIR");
  }
  throw Error(ErrorCode::no_index, name + ": no index here",
              "make one: nsearch index PATH... --index " + name);
}

[[noreturn]] void unreadable(const fs::path& stub, int reason) {
  throw Error(ErrorCode::io, stub.string() + ": " + std::generic_category().message(reason));
}

/// "host:port", the host of an IPv6 address in brackets.
bool parse_server(std::string_view text, StubEntry& entry) {
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos || colon == 0) {
    return false;
  }
  const std::string_view port = text.substr(colon + 1);
  const auto [end, problem] = std::from_chars(port.data(), port.data() + port.size(), entry.port);
  if (problem != std::errc() || end != port.data() + port.size() || entry.port == 0 || entry.port > 65'535) {
    return false;
  }
  std::string_view host = text.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  entry.kind = StubEntry::Kind::remote_server;
  entry.where = host;
  return true;
}

/// ":program arguments"
bool parse_program(std::string_view text, StubEntry& entry) {
  const std::string_view command = text.substr(1);
  const std::size_t space = command.find(' ');
  entry.kind = StubEntry::Kind::remote_program;
  entry.where = command.substr(0, space);
  entry.arguments = space == command.npos ? std::string_view() : command.substr(space + 1);
  return !entry.where.empty();
}

bool parse_line(std::string_view line, StubEntry& entry) {
  const std::size_t space = line.find(' ');
  if (space == line.npos || space + 1 == line.size()) {
    return false;
  }
  const std::string_view keyword = line.substr(0, space);
  const std::string_view value = line.substr(space + 1);
  if (keyword == "auto" || keyword == "glass") {
    entry.where = value;
    return true;
  }
  if (keyword != "remote") {
    return false;
  }
  return value.front() == ':' ? parse_program(value, entry) : parse_server(value, entry);
}

}  // namespace

std::string read_stub(const fs::path& index) {
  const fs::path stub = index / "XAPIANDB";
  errno = 0;
  std::ifstream file(stub, std::ios::binary);
  if (!file) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR) {
      no_index(index);
    }
    unreadable(stub, reason);
  }
  // A folder opens like a file, and only reading it fails.
  std::error_code problem;
  if (!fs::is_regular_file(stub, problem)) {
    unreadable(stub, problem ? problem.value() : EISDIR);
  }
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) {
    unreadable(stub, EIO);
  }
  return text;
}

bool is_one_shard(const std::vector<StubEntry>& entries) {
  const auto is_local = [](const StubEntry& entry) { return entry.kind == StubEntry::Kind::local; };
  const auto is_generation = [&](const StubEntry& entry) {
    return is_local(entry) && IndexDirectory::is_generation(entry.where);
  };
  if (entries.size() == 1) return is_local(entries.front());
  return entries.size() == 2 && std::all_of(entries.begin(), entries.end(), is_generation);
}

std::vector<StubEntry> parse_stub(std::string_view text, const std::string& name) {
  std::vector<StubEntry> entries;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.empty() || line.front() == '#') {
      continue;
    }
    StubEntry entry;
    if (!parse_line(line, entry)) {
      throw Error(ErrorCode::corrupt,
                  name + "/XAPIANDB:" + std::to_string(number) +
                      ": not understood: " + std::string(line.substr(0, 80)),
                  "each line names a database: \"glass FOLDER\" or \"remote HOST:PORT\"");
    }
    entries.push_back(std::move(entry));
  }
  if (entries.empty()) {
    throw Error(ErrorCode::corrupt, name + "/XAPIANDB: names no database",
                "restore it: it holds one line, \"glass gen-N\", with the newest generation in the folder");
  }
  return entries;
}

}  // namespace nsearch::storage
