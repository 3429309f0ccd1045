// SPDX-License-Identifier: GPL-2.0-or-later
// Plain text: one document a file, its title in the first line.
#include <string>
#include <utility>

#include "nsearch/error.h"
#include "reader/clean_text.h"
#include "reader/formats.h"
#include "reader/line_wrap.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t max_text_bytes = 256 * 1024 * 1024;
constexpr std::size_t chunk = 64 * 1024;

/// A longer first line is a paragraph, not a headline.
constexpr std::size_t max_title_bytes = 300;
constexpr std::size_t excerpt_bytes = 200;

/// The beginning of a paragraph, cut between words where it is long.
std::string excerpt(std::string_view line) {
  if (line.size() <= max_title_bytes) return std::string(line);
  std::size_t end = line.rfind(' ', excerpt_bytes);
  if (end == std::string_view::npos || end == 0) {
    end = excerpt_bytes;
    while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  }
  return std::string(line.substr(0, end)) + "…";
}

/// From the first line on that is not blank.
std::string_view skip_blank_lines(std::string_view text) {
  while (is_blank(text.substr(0, text.find('\n')))) text.remove_prefix(text.find('\n') + 1);
  return text;
}

struct Parts {
  std::string title;
  std::string_view body;
};

/// `text` begins with a line that is not blank.
Parts split_title(std::string_view text) {
  const std::size_t line_end = text.find('\n');
  const std::string line = clean_line(text.substr(0, line_end));
  const std::string_view rest =
      line_end == std::string_view::npos ? std::string_view() : text.substr(line_end);
  if (is_blank(rest) || line.size() > max_title_bytes) return {excerpt(line), text};
  return {line, skip_blank_lines(rest)};
}

class TextReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    std::string bytes;
    if (auto fault = fetch(source, bytes)) {
      sink.reject({{}, 0, fault->offset, {}, std::move(fault->reason)});
      return;
    }
    std::string_view text = bytes;
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    if (is_blank(text)) {
      sink.reject({{}, 0, 0, {}, "empty: no text in it"});
      return;
    }
    sink.document(make_document(clean_text(text), origin));
  }

 private:
  /// All of the input into `bytes`, or what is wrong with it.
  static std::optional<TextFault> fetch(ByteSource& source, std::string& bytes) {
    std::size_t count = 0;
    try {
      do {
        const std::size_t have = bytes.size();
        bytes.resize(have + chunk);
        count = source.read(bytes.data() + have, chunk);
        bytes.resize(have + count);
        if (bytes.size() > max_text_bytes) {
          return TextFault{max_text_bytes,
                           "too large: a text may have at most " + std::to_string(max_text_bytes) + " bytes"};
        }
      } while (count > 0);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::corrupt) throw;
      return TextFault{bytes.size(), error.what()};
    }
    return find_text_fault(bytes);
  }

  static Document make_document(std::string_view text, const Origin& origin) {
    text = skip_blank_lines(text.substr(0, text.find_last_not_of(" \t\n") + 1));
    Parts parts = split_title(text);
    Document document;
    document.origin = {origin.path, 0};
    document.title = std::move(parts.title);
    document.body = unwrap_lines(parts.body);
    return document;
  }
};

bool ends_with(std::string_view name, std::string_view suffix) {
  return name.size() >= suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
}

int recognise(std::string_view name, std::string_view head) {
  if (ends_with(name, ".txt") || ends_with(name, ".text")) return 70;
  if (!foreign_byte_order_mark(head).empty()) return 20;  // so that its rejection names the encoding
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  const bool markup = begin != std::string_view::npos && head[begin] == '<';
  return !markup && may_be_text(head) ? 10 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<TextReader>();
}

}  // namespace

ReaderEntry text_format() {
  return {{"text", "plain text: the title in the first line, the body below", {".txt", ".text"}},
          recognise,
          make};
}

}  // namespace nsearch::indexer
