// SPDX-License-Identifier: GPL-2.0-or-later
// Web pages: one document a page.
#include <algorithm>
#include <string>
#include <utility>

#include "reader/formats.h"
#include "reader/html/html_page.h"
#include "reader/whole_source.h"

namespace nsearch::indexer {
namespace {

class HtmlReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    std::string bytes;
    std::string why_not;
    if (auto fault = read_whole(source, max_page_bytes, bytes)) {
      sink.reject({{}, 0, fault->offset, {}, std::move(fault->reason)});
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
