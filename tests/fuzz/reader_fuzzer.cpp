// SPDX-License-Identifier: GPL-2.0-or-later
// Feeds a reader anything; NSEARCH_FUZZED_FORMAT names it. Ends at a crash, an exception, or a document that
// breaks a promise.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "reader/reader.h"
#include "reader/utf8.h"

namespace {

using namespace nsearch;
using namespace nsearch::indexer;

void promise(bool kept) {
  if (!kept) std::abort();
}

bool is_text(const std::string& text) {
  return find_invalid_utf8(text) == std::string::npos && text.find('\0') == std::string::npos;
}

class CheckingSink final : public RecordSink {
 public:
  explicit CheckingSink(std::size_t input) : input_(input) {}

  bool document(Document&& d) override {
    promise(!is_blank(d.body));
    for (const std::string* text :
         {&d.id, &d.url, &d.title, &d.body, &d.language, &d.date, &d.source, &d.author}) {
      promise(is_text(*text));
    }
    for (const auto& [name, value] : d.facets) promise(!name.empty() && is_text(name) && is_text(value));
    return true;
  }

  /// An index keeps what it was given, text or not.
  bool restored(StoredDocument&&, std::string&&, std::uint64_t) override { return true; }

  bool reject(Rejection&& r) override {
    promise(!r.reason.empty() && is_text(r.reason) && r.byte <= input_);
    return true;
  }

 private:
  std::size_t input_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CheckingSink sink(size);
  const ReaderOptions options{
      {{"title", "headline"}, {"body", "body"}, {"body", "content.text"}, {"city", "place.city"}}};
  const auto source = memory_source(bytes);
  choose_reader("", "-", source->peek());
  choose_reader(NSEARCH_FUZZED_FORMAT, "-", {})->make(options)->read(*source, {"input", 0}, sink);
  return 0;
}
