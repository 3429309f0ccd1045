// SPDX-License-Identifier: GPL-2.0-or-later
#include "present/mark.h"

namespace nsearch::searcher {
namespace {

void append_printable(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (c1) {  // U+0080..U+009F: terminals obey some of them
      out += ' ';
      ++i;
    } else {
      out += byte < 0x20 || byte == 0x7f ? ' ' : text[i];
    }
  }
}

}  // namespace

Palette::Palette(bool colour) {
  if (!colour) return;
  title = "\x1b[1m";
  mark = "\x1b[1;31m";
  mark_end = reset = "\x1b[0m";
  faint = "\x1b[2m";
  bar = "\x1b[36m";
}

std::string printable(const std::string& text) {
  std::string out;
  append_printable(out, text);
  return out;
}

std::string paint(const MarkedText& marked, const Palette& palette, const std::string& base) {
  std::string out = base;
  const std::string_view text = marked.text;
  std::size_t at = 0;
  for (const auto& [begin, end] : marked.marks) {
    append_printable(out, text.substr(at, begin - at));
    out += palette.mark;
    append_printable(out, text.substr(begin, end - begin));
    out += palette.mark_end + base;
    at = end;
  }
  append_printable(out, text.substr(at));
  return out + (base.empty() ? "" : palette.reset);
}

}  // namespace nsearch::searcher
