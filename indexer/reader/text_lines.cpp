// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/text_lines.h"

#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

/// From the first line on that is not blank.
std::string_view skip_blank_lines(std::string_view text) {
  while (!text.empty() && is_blank(text.substr(0, text.find('\n')))) {
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return text;
}

}  // namespace

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

std::string_view after_first_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == text.npos ? std::string_view() : skip_blank_lines(text.substr(end + 1));
}

}  // namespace nsearch::indexer
