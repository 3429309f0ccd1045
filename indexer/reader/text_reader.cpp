// SPDX-License-Identifier: GPL-2.0-or-later
// Plain text: one document a file, its title in the first line.
#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "reader/charset.h"
#include "reader/charset_guess.h"
#include "reader/clean_text.h"
#include "reader/formats.h"
#include "reader/plain_article.h"
#include "reader/utf8.h"
#include "reader/whole_source.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t max_text_bytes = 64 * 1024 * 1024;

/// A control character that plain text has no use for: old charsets have tabs, form feeds, shifts, escapes and DOS's end of
/// file.
bool is_odd_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && std::strchr("\t\n\v\f\r\x0E\x0F\x1A\x1B", c) == nullptr;
}

/// Whether so many of the bytes are such characters that they are no text. A few mark the parts of agencies' wires (IPTC
/// 7901); in programs, pictures and compressed data they are one in ten.
bool looks_binary(std::string_view bytes) {
  constexpr std::ptrdiff_t one_in = 100;
  return std::count_if(bytes.begin(), bytes.end(), is_odd_control) * one_in >
         static_cast<std::ptrdiff_t>(bytes.size());
}

/// Whether the first bytes of an input may be text in a charset older than Unicode.
bool may_be_old_text(std::string_view head) {
  return !head.empty() && !looks_binary(head) && head.find('\0') == std::string_view::npos;
}

/// What speaks against bytes being text in the charset that they were read as.
std::optional<TextFault> find_binary(std::string_view bytes, const DecodedText& decoded) {
  if (decoded.text.find('\0') != std::string::npos) {
    const bool others = find_invalid_utf8(bytes) != std::string_view::npos;
    return TextFault{
        std::min(bytes.find('\0'), bytes.size()),
        others ? "binary: NUL bytes (0x00) and others that are no UTF-8" : "binary: a NUL byte (0x00)"};
  }
  if (decoded.charset == "UTF-8" && decoded.replaced == 0) return std::nullopt;
  if (decoded.charset.starts_with("UTF-") || !looks_binary(bytes)) return std::nullopt;
  const auto control = std::find_if(bytes.begin(), bytes.end(), is_odd_control);
  return TextFault{static_cast<std::size_t>(control - bytes.begin()),
                   "binary: a control character (" + hex_byte(*control) + ") among bytes that are no UTF-8"};
}

class TextReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    std::string bytes;
    if (auto fault = read_whole(source, max_text_bytes, bytes)) {
      sink.reject({{}, 0, fault->offset, {}, std::move(fault->reason)});
      return;
    }
    const DecodedText decoded = to_utf8(bytes);
    if (auto fault = find_binary(bytes, decoded)) {
      sink.reject({{}, 0, fault->offset, {}, std::move(fault->reason)});
      return;
    }
    if (std::string note = charset_note(decoded); !note.empty()) sink.note(0, std::move(note));
    const std::string_view text = decoded.text;
    if (is_blank(text)) {
      sink.reject({{}, 0, 0, {}, "empty: no text in it"});
      return;
    }
    sink.document(make_document(clean_text(text), origin));
  }

 private:
  static Document make_document(std::string_view text, const Origin& origin) {
    text = text.substr(0, text.find_last_not_of(" \t\n") + 1);
    while (is_blank(text.substr(0, text.find('\n')))) text.remove_prefix(text.find('\n') + 1);
    Document document = make_plain_article(text);
    document.origin = {origin.path, 0};
    return document;
  }
};

bool ends_with(std::string_view name, std::string_view suffix) {
  return name.size() >= suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
}

int recognise(std::string_view name, std::string_view head) {
  if (ends_with(name, ".txt") || ends_with(name, ".text")) return 70;
  if (!foreign_byte_order_mark(head).empty()) return 20;
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  const bool markup = begin != std::string_view::npos && head[begin] == '<';
  if (markup || head.starts_with("filedesc://")) return 0;  // the latter begins an ARC, an archive of pages
  if (may_be_text(head)) return 10;
  return may_be_old_text(head) || !guess_wide_charset(head).empty() ? 5 : 0;
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
