// SPDX-License-Identifier: GPL-2.0-or-later
#include "storage/record.h"

#include <xxhash.h>

#include <optional>

#include "nsearch/error.h"
#include "storage/field_codec.h"
#include "storage/zstd_frame.h"

namespace nsearch {

using storage::FieldReader;
using storage::FieldWriter;

namespace {

constexpr char record_version = 3;
constexpr std::size_t checksum_at = 1;
constexpr std::size_t packing_at = 9;
constexpr std::size_t header_bytes = 10;
enum Packing : char { packing_plain = 0, packing_zstd = 1 };

[[noreturn]] void damaged(const char* what) {
  throw Error(ErrorCode::corrupt, std::string("stored record is damaged: ") + what,
              "index the document again, or restore the index from a copy");
}

// Where several fields go, this one list serves both ways, so that they cannot drift apart.
template <typename Document, typename Visit>
void visit_texts(Document& document, Visit&& visit) {
  visit(document.id);
  visit(document.url);
  visit(document.title);
  visit(document.date);
  visit(document.language);
  visit(document.source);
  visit(document.author);
  visit(document.origin.path);
  visit(document.declared);
}

/// All fields but the body.
std::string write_fields(const StoredDocument& document) {
  constexpr std::size_t usual_metadata = 512;
  FieldWriter out(usual_metadata);
  visit_texts(document, [&out](const std::string& text) { out.text(text); });
  out.number(document.origin.record);
  out.number(static_cast<std::uint64_t>(document.modified));
  out.number(document.facets.size());
  for (const auto& [name, value] : document.facets) {
    out.text(name);
    out.text(value);
  }
  out.number(document.spans.size());
  for (const LanguageSpan& span : document.spans) {
    out.number(span.begin);
    out.number(span.end);
    out.text(span.language);
  }
  return out.take();
}

std::string unpacked(std::string_view body, char packing) {
  if (packing == packing_plain) return std::string(body);
  std::optional<std::string> text = storage::decompress(body);
  if (!text) damaged("it can't be decompressed");
  return std::move(*text);
}

StoredDocument read_fields(std::string_view bytes, char packing, RecordPart part) {
  FieldReader in(bytes, damaged);
  StoredDocument document;
  visit_texts(document, [&in](std::string& text) { text = in.text(); });
  document.origin.record = in.number();
  document.modified = static_cast<std::int64_t>(in.number());
  for (std::uint64_t left = in.number(); left > 0; --left) {
    std::string name(in.text());
    document.facets.emplace_back(std::move(name), in.text());
  }
  for (std::uint64_t left = in.number(); left > 0; --left) {
    LanguageSpan span;
    span.begin = in.small_number();
    span.end = in.small_number();
    span.language = in.text();
    document.spans.push_back(std::move(span));
  }
  const std::string_view body = in.text();
  in.expect_end();
  if (part == RecordPart::all) document.body = unpacked(body, packing);
  return document;
}

std::uint64_t checksum_of(std::string_view record) {
  const std::string_view covered = record.substr(packing_at);
  return XXH3_64bits(covered.data(), covered.size());
}

void put_checksum(std::string& record) {
  std::uint64_t checksum = checksum_of(record);
  for (std::size_t at = checksum_at; at < packing_at; ++at, checksum >>= 8) {
    record[at] = static_cast<char>(checksum);
  }
}

std::uint64_t stored_checksum(std::string_view record) {
  std::uint64_t checksum = 0;
  for (std::size_t at = packing_at; at > checksum_at; --at) {
    checksum = checksum << 8 | static_cast<std::uint8_t>(record[at - 1]);
  }
  return checksum;
}

}  // namespace

std::string encode_record(const StoredDocument& document) {
  std::string record(header_bytes, '\0');
  record[0] = record_version;
  record[packing_at] = packing_zstd;
  record += write_fields(document);
  std::string body;
  storage::append_compressed(body, document.body);
  if (body.size() >= document.body.size()) {
    record[packing_at] = packing_plain;
    body = document.body;
  }
  FieldWriter last(body.size() + 10);
  last.text(body);
  record += last.take();
  put_checksum(record);
  return record;
}

StoredDocument decode_record(std::string_view bytes, RecordPart part) {
  if (bytes.empty()) {
    damaged("it is empty");
  }
  if (bytes[0] != record_version) {
    throw Error(ErrorCode::format_version,
                "stored record has version " + std::to_string(static_cast<std::uint8_t>(bytes[0])) +
                    ", this build reads " + std::to_string(record_version),
                "use a newer nsearch, or index the document again if the index is damaged");
  }
  if (bytes.size() < header_bytes) {
    damaged("it is cut short");
  }
  if (stored_checksum(bytes) != checksum_of(bytes)) {
    damaged("its checksum is wrong");
  }
  const char packing = bytes[packing_at];
  if (packing != packing_plain && packing != packing_zstd) damaged("its packing is unknown");
  return read_fields(bytes.substr(header_bytes), packing, part);
}

}  // namespace nsearch
