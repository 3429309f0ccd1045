// SPDX-License-Identifier: GPL-2.0-or-later
// Web archives (WARC, ISO 28500): a document for each HTML page that a server gave.
#include <optional>
#include <string>
#include <utility>

#include "nsearch/error.h"
#include "reader/container/text_of_bytes.h"
#include "reader/formats.h"
#include "reader/html/html_page.h"
#include "reader/warc/http_response.h"
#include "reader/warc/warc_records.h"

namespace nsearch::indexer {
namespace {

/// As much of a block is looked at to tell whether it is wanted.
constexpr std::size_t largest_http_head = 64 * 1024;

/// A block this large holds no page that would be taken.
constexpr std::size_t largest_block = 2 * max_page_bytes;

bool is_html(const HttpHead& head, std::string_view body) {
  const std::string_view type = main_value(head.fields.value("Content-Type"));
  if (type.empty()) return looks_like_html(body) > 0;
  return same_word(type, "text/html") || same_word(type, "application/xhtml+xml");
}

/// Some crawlers write "<http://...>".
std::string target_of(const WarcRecord& record) {
  std::string_view uri = record.fields.value("WARC-Target-URI");
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return text_of_bytes(uri);
}

class WarcReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    WarcRecords records(source);
    try {
      if (read_records(records, origin, sink)) note_passed_over(sink);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::corrupt) throw;
      sink.reject({{}, records.record().number, records.offset(), {}, error.what()});
    }
  }

 private:
  bool read_records(WarcRecords& records, const Origin& origin, RecordSink& sink) {
    using Next = WarcRecords::Next;
    for (Next next = records.next(); next != Next::end; next = records.next()) {
      const WarcRecord& record = records.record();
      const bool more =
          next == Next::record
              ? read_record(records, origin, sink)
              : sink.reject({{}, record.number, record.offset, target_of(record), records.reason()});
      if (!more) return false;
    }
    return true;
  }

  bool read_record(WarcRecords& records, const Origin& origin, RecordSink& sink) {
    const WarcRecord& record = records.record();
    if (!same_word(record.fields.value("WARC-Type"), "response")) return ++other_records_, true;
    std::string block;
    records.read_block(block, largest_http_head);
    const std::optional<HttpHead> head = read_http_head(block);
    if (!head) return ++other_responses_, true;
    if (head->status != 200) return ++other_status_, true;
    if (!is_html(*head, std::string_view(block).substr(head->size))) return ++other_responses_, true;
    if (record.length > largest_block) return refuse(record, sink, "the page is larger than 32 MiB");
    records.read_block(block, records.left());
    if (records.cut_short()) return true;  // the next step says so
    block.erase(0, head->size);
    return read_page(record, decode_http_body(*head, std::move(block), max_page_bytes), *head, origin, sink);
  }

  static bool read_page(const WarcRecord& record, HttpBody&& body, const HttpHead& head, const Origin& origin,
                        RecordSink& sink) {
    if (!body.why_not.empty()) return refuse(record, sink, std::move(body.why_not));
    const std::string target = target_of(record);
    const std::string charset(parameter(head.fields.value("Content-Type"), "charset"));
    std::string why_not;
    std::optional<Document> page = read_html_page(body.bytes, charset, target, why_not);
    if (!page) return refuse(record, sink, std::move(why_not));
    if (!record.fields.value("WARC-Truncated").empty()) body.note = "the page was cut short by the crawler";
    if (!body.note.empty()) sink.note(record.number, std::move(body.note));
    page->id = target;  // pages may share a canonical URL
    if (page->date.empty()) page->date = text_of_bytes(record.fields.value("WARC-Date"));
    page->origin = {origin.path, record.number};
    return sink.document(std::move(*page));
  }

  static bool refuse(const WarcRecord& record, RecordSink& sink, std::string reason) {
    return sink.reject({{}, record.number, record.offset, target_of(record), std::move(reason)});
  }

  void note_passed_over(RecordSink& sink) const {
    std::string text;
    const auto add = [&](std::uint64_t count, const char* what) {
      if (count == 0) return;
      text += (text.empty() ? "passed over: " : ", ") + std::to_string(count) + what;
    };
    add(other_records_, " records that are no responses");
    add(other_responses_, " responses that are no HTML");
    add(other_status_, " with another status than 200");
    if (!text.empty()) sink.note(0, std::move(text));
  }

  std::uint64_t other_records_ = 0;
  std::uint64_t other_responses_ = 0;
  std::uint64_t other_status_ = 0;
};

int recognise(std::string_view name, std::string_view head) {
  if (head.starts_with("WARC/1.") || head.starts_with("WARC/0.")) return 95;
  return name.ends_with(".warc") ? 60 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<WarcReader>();
}

}  // namespace

ReaderEntry warc_format() {
  return {{"warc", "web archives: each HTML page in them", {".warc"}}, recognise, make};
}

}  // namespace nsearch::indexer
