// SPDX-License-Identifier: GPL-2.0-or-later
// Web pages: one document a page.
#include <algorithm>
#include <string>
#include <utility>

#include "nsearch/error.h"
#include "reader/formats.h"
#include "reader/html/html_page.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;

/// All of the input, or one byte more than a page may have.
void fetch(ByteSource& source, std::string& bytes) {
  std::size_t count = 0;
  do {
    const std::size_t have = bytes.size();
    bytes.resize(have + chunk);
    count = 0;
    try {
      count = source.read(bytes.data() + have, chunk);
    } catch (...) {
      bytes.resize(have);
      throw;
    }
    bytes.resize(have + count);
  } while (count > 0 && bytes.size() <= max_page_bytes);
}

class HtmlReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    std::string bytes;
    std::string why_not;
    try {
      fetch(source, bytes);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::corrupt) throw;
      sink.reject({{}, 0, bytes.size(), {}, error.what()});
      return;
    }
    if (auto document = read_html_page(bytes, {}, {}, why_not)) {
      document->origin = {origin.path, 0};
      sink.document(std::move(*document));
    } else {
      sink.reject({{}, 0, 0, {}, std::move(why_not)});
    }
  }
};

int recognise(std::string_view name, std::string_view head) {
  const bool named = name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
  return std::max(named ? 70 : 0, looks_like_html(head));
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<HtmlReader>();
}

}  // namespace

ReaderEntry html_format() {
  return {{"html", "web pages: the article, with what the page says of it", {".html", ".htm", ".xhtml"}},
          recognise,
          make};
}

}  // namespace nsearch::indexer
