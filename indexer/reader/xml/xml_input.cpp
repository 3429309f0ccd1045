// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_input.h"

#include <algorithm>

#include "nsearch/error.h"
#include "reader/xml/xml_stream.h"

namespace nsearch::indexer {
namespace {

/// Replaces what no XML document may hold by as many bytes.
void replace_forbidden(std::string& utf8) {
  for (char& c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') c = ' ';
  }
  for (std::size_t at = utf8.find("\xEF\xBF"); at != std::string::npos; at = utf8.find("\xEF\xBF", at + 3)) {
    if (utf8[at + 2] == '\xBE' || utf8[at + 2] == '\xBF') utf8[at + 2] = '\xBD';  // U+FFFE, U+FFFF
  }
}

}  // namespace

std::string xml_encoding(std::string_view head) {
  const std::size_t begin = head.find("<?xml");
  const std::size_t end = head.find("?>");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  const std::string_view declaration = head.substr(begin, end - begin);
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[at], at + 1);
  if (close == std::string_view::npos) return {};
  return std::string(declaration.substr(at + 1, close - at - 1));
}

XmlInput::XmlInput(ByteSource& source) : decoded_(source, xml_encoding(source.peek())) {}

int XmlInput::read(char* buffer, int size, bool before_root) {
  if (given_ == piece_.size() && !refill()) return 0;
  const std::size_t count = piece_.copy(buffer, static_cast<std::size_t>(size), given_);
  given_ += count;
  total_ += count;
  if (before_root && total_ > max_xml_prolog + static_cast<std::size_t>(size)) {
    throw Error(ErrorCode::corrupt, "no element in the first " + std::to_string(max_xml_prolog) + " bytes");
  }
  return static_cast<int>(count);
}

bool XmlInput::refill() {
  if (cut_) {
    throw Error(ErrorCode::corrupt,
                "an element of more than " + std::to_string(max_xml_attributes) + " attributes");
  }
  given_ = 0;
  do {
    if (!decoded_.next(piece_)) return false;
    if (!begun_) {
      const std::size_t begin = std::min(piece_.find_first_not_of(" \t\r\n"), piece_.size());
      skipped_lines_ += static_cast<std::uint64_t>(
          std::count(piece_.begin(), piece_.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
      skipped_ += begin;
      piece_.erase(0, begin);
      begun_ = !piece_.empty();
    }
  } while (piece_.empty());
  replace_forbidden(piece_);
  const std::size_t excess = attributes_.find_excess(piece_);
  cut_ = excess < piece_.size();
  piece_.resize(excess);
  return !piece_.empty() || refill();
}

}  // namespace nsearch::indexer
