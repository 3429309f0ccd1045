// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nsearch::indexer {

/// The fields of a WARC record or an HTTP message: lines of "Name: value", ended by LF or CRLF; a line that begins with white space goes
/// on with the one before. Lines without a colon are passed over. Values may be any bytes.
class HeaderFields {
 public:
  HeaderFields() = default;
  explicit HeaderFields(std::string_view lines);

  /// The value of the first field so named, whatever the case; empty: none.
  std::string_view value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Without white space and line breaks at both ends.
std::string_view trimmed_field(std::string_view text);

/// Whether they differ in the case of ASCII letters at most.
bool same_word(std::string_view a, std::string_view b);

/// "text/html; charset=utf-8" -> "text/html".
std::string_view main_value(std::string_view value);

/// A parameter of such a value, without quotes: "charset" -> "utf-8".
std::string_view parameter(std::string_view value, std::string_view name);

}  // namespace nsearch::indexer
