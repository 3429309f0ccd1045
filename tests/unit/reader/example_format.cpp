// SPDX-License-Identifier: GPL-2.0-or-later
// Bulletins: documents parted by lines of "%%", each with its title in its first line.
#include "reader/clean_text.h"
#include "reader/formats.h"
#include "reader/line_reader.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

class BulletinReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    LineReader lines(source);
    Line line;
    Document document;
    while (lines.next(line)) {
      const bool parted = line.state == Line::State::text && line.text() == "%%";
      if (parted && !give(document, sink)) return;
      if (!parted && !add(line, origin, document, sink)) return;
    }
    give(document, sink);
  }

 private:
  /// A line of the document; what it can't be is rejected with its place.
  static bool add(const Line& line, const Origin& origin, Document& document, RecordSink& sink) {
    if (line.state != Line::State::text) {
      return sink.reject(
          {{}, line.number, line.offset, {}, line.reason.empty() ? "line too long" : line.reason});
    }
    if (auto fault = find_text_fault(line.text())) {
      return sink.reject({{}, line.number, line.offset + fault->offset, {}, fault->reason});
    }
    if (document.origin.record == 0) document.origin = {origin.path, line.number};
    if (document.title.empty()) {
      document.title = clean_line(line.text());
    } else {
      document.body += clean_text(line.text()) + '\n';
    }
    return true;
  }

  static bool give(Document& document, RecordSink& sink) {
    Document done;
    std::swap(done, document);
    return is_blank(done.body) || sink.document(std::move(done));
  }
};

int recognise(std::string_view name, std::string_view) {
  return name.ends_with(".bulletins") ? 90 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<BulletinReader>();
}

}  // namespace

ReaderEntry bulletins_format() {
  return {{"bulletins", "documents parted by %% lines", {".bulletins"}}, recognise, make};
}

}  // namespace nsearch::indexer
