// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as the stub of an index, and as the version file of a database: what they name, or what is wrong with them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "folder.h"
#include "glass/version.h"
#include "nsearch/error.h"
#include "storage/stub.h"

namespace {

using namespace nsearch;

void read_stub(std::string_view bytes) {
  try {
    const auto entries = storage::parse_stub(bytes, "fuzzed");
    if (entries.empty()) std::abort();
    for (const storage::StubEntry& entry : entries) {
      const bool server = entry.kind == storage::StubEntry::Kind::remote_server;
      if (server ? entry.port == 0 || entry.port > 65535 : entry.where.empty()) std::abort();
    }
    storage::is_one_shard(entries);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::corrupt) std::abort();
  }
}

void read_version(std::string_view bytes) {
  static const fuzz::Folder folder;
  // What all version files begin with, and the database's name.
  std::string file("\x0f\x0dXapian Glass\x04\x6e", 16);
  file.append(16, 'u').append(bytes);
  std::ofstream(folder.path() / "iamglass", std::ios::binary) << file;
  const auto version = glass::read_version(folder.path());
  if (version && version->last_document < version->documents) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_stub(bytes);
  read_version(bytes);
  return 0;
}
