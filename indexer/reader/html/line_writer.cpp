// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/line_writer.h"

#include <array>
#include <utility>

namespace nsearch::indexer::html {
namespace {

bool is_cell(Tag tag) {
  return tag == Tag::td || tag == Tag::th;
}

constexpr std::array<std::string_view, 32> windows_1252 = {
    "€", " ", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", " ", "Ž", " ",
    " ", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", " ", "ž", "Ÿ"};

}  // namespace

void LineWriter::enter(NodeIndex node) {
  const Tag tag = tree_[node].tag;
  if (tag == Tag::text) {
    write(tree_.text(node));
  } else if (is_block(tag)) {
    break_line();
  } else if (is_cell(tag)) {
    space();
  }
}

void LineWriter::leave(NodeIndex node) {
  if (is_block(tree_[node].tag)) break_line();
}

void LineWriter::break_line() {
  while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  if (!out_.empty() && out_.back() != '\n') out_ += '\n';
}

/// No-break spaces (U+00A0) become spaces: pages use them to lay out, and a search knows no difference. The references &#128;
/// to &#159; mean what Windows-1252 has there, as the HTML standard says.
void LineWriter::write(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0xA0) {
      ++i;
      if (text[i] == '\xA0') {
        space();
      } else {
        out_ += windows_1252[static_cast<unsigned char>(text[i]) - 0x80];
      }
    } else if (text[i] == '\n') {
      break_line();
    } else if (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\x7F') {
      space();
    } else {
      out_ += text[i];
    }
  }
}

void LineWriter::space() {
  if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n') out_ += ' ';
}

std::string LineWriter::take() {
  break_line();
  if (!out_.empty()) out_.pop_back();
  return std::move(out_);
}

}  // namespace nsearch::indexer::html
