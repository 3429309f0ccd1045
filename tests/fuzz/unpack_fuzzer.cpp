// SPDX-License-Identifier: GPL-2.0-or-later
// Unpacks anything: every content ends, or with Error(corrupt); paths and reasons are text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "nsearch/error.h"
#include "reader/container/unpack.h"
#include "reader/utf8.h"

namespace {

using namespace nsearch::indexer;

void promise(bool kept) {
  if (!kept) std::abort();
}

bool is_text(const std::string& text) {
  return find_invalid_utf8(text) == std::string::npos && text.find('\0') == std::string::npos;
}

class CheckingSink final : public ContentSink {
 public:
  bool content(ByteSource& source, const std::string& path) override {
    promise(is_text(path));
    static char buffer[4096];
    try {
      while (const std::size_t count = source.read(buffer, sizeof buffer)) total_ += count;
    } catch (const nsearch::Error& error) {
      promise(error.code() == nsearch::ErrorCode::corrupt && is_text(error.what()));
    }
    return total_ < most;
  }
  bool trouble(const std::string& path, std::uint64_t, const std::string& reason) override {
    promise(is_text(path) && !reason.empty() && is_text(reason));
    return true;
  }

 private:
  static constexpr std::size_t most = 16 * 1024 * 1024;
  std::size_t total_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = memory_source({reinterpret_cast<const char*>(data), size});
  CheckingSink sink;
  unpack(*source, "in", sink);
  return 0;
}
