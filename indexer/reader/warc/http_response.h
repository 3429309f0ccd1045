// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "reader/warc/header_fields.h"

namespace nsearch::indexer {

/// The head of an HTTP response.
struct HttpHead {
  int status = 0;
  HeaderFields fields;
  std::size_t size = 0;  ///< with its blank line: where the body begins
};

/// Reads the head of a response (RFC 9112); nothing where `bytes` begin with none. A head without its blank line ends with `bytes`.
std::optional<HttpHead> read_http_head(std::string_view bytes);

/// The body of a response as the server meant it.
struct HttpBody {
  std::string bytes;
  std::string note;     ///< what was odd about it; mostly empty
  std::string why_not;  ///< why there is none
};

/// Takes off what Transfer-Encoding and Content-Encoding (gzip, deflate, br) say, if they tell the truth: archives often hold bodies
/// decoded under heads that say otherwise. A body beyond `most` bytes is none.
HttpBody decode_http_body(const HttpHead& head, std::string&& body, std::size_t most);

}  // namespace nsearch::indexer
