// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/warc/http_response.h"

#include <algorithm>
#include <utility>

#include "reader/container/text_of_bytes.h"
#include "reader/warc/content_coding.h"

namespace nsearch::indexer {
namespace {

/// What "HTTP/1.1 200 OK" says; 0: no such line.
int status_of(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == line.npos) return 0;
  const std::string_view code = line.substr(space + 1, 3);
  const bool digits =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? (code[0] - '0') * 100 + (code[1] - '0') * 10 + (code[2] - '0') : 0;
}

/// After the blank line that ends a head.
std::size_t head_size(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1)) {
    const std::string_view rest = bytes.substr(at + 1);
    if (rest.starts_with('\n')) return at + 2;
    if (rest.starts_with("\r\n")) return at + 3;
  }
  return bytes.size();
}

void take(Decoded outcome, std::string&& decoded, HttpBody& body) {
  if (outcome == Decoded::not_coded) return;
  if (outcome == Decoded::partly) body.note = "the body is damaged or cut short: read as far as it goes";
  body.bytes = std::move(decoded);
}

void uncode(std::string_view coding, std::size_t most, HttpBody& body) {
  Decoded outcome = Decoded::not_coded;
  std::string decoded;
  if (same_word(coding, "gzip") || same_word(coding, "x-gzip") || same_word(coding, "deflate")) {
    outcome = inflate_body(body.bytes, most, decoded);
  } else if (same_word(coding, "br")) {
    outcome = decode_brotli(body.bytes, most, decoded);
  } else if (!coding.empty() && !same_word(coding, "identity") && !same_word(coding, "utf-8")) {
    body.why_not = "Content-Encoding '" + text_of_bytes(coding) + "' is not known";
  }
  if (outcome == Decoded::too_large)
    body.why_not = "the page is larger than " + std::to_string(most) + " bytes";
  take(outcome, std::move(decoded), body);
}

}  // namespace

std::optional<HttpHead> read_http_head(std::string_view bytes) {
  HttpHead head;
  const std::size_t line = bytes.find('\n');
  head.status = status_of(bytes.substr(0, line));
  if (head.status == 0) return std::nullopt;
  head.size = head_size(bytes);
  if (line != bytes.npos) head.fields = HeaderFields(bytes.substr(line + 1, head.size - line - 1));
  return head;
}

HttpBody decode_http_body(const HttpHead& head, std::string&& bytes, std::size_t most) {
  constexpr int most_codings = 3;
  HttpBody body{std::move(bytes), {}, {}};
  if (head.fields.value("Transfer-Encoding").find("hunked") != std::string_view::npos) {
    std::string decoded;
    const Decoded outcome = dechunk(body.bytes, decoded);
    take(outcome, std::move(decoded), body);
  }
  std::string_view codings = head.fields.value("Content-Encoding");
  for (int i = 0; i < most_codings && !codings.empty() && body.why_not.empty(); ++i) {
    const std::size_t comma = codings.rfind(',');  // the last was put on last
    uncode(trimmed_field(comma == codings.npos ? codings : codings.substr(comma + 1)), most, body);
    codings = comma == codings.npos ? std::string_view() : codings.substr(0, comma);
  }
  if (body.why_not.empty() && body.bytes.size() > most)
    body.why_not = "the page is larger than " + std::to_string(most) + " bytes";
  return body;
}

}  // namespace nsearch::indexer
