// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/markdown_text.h"

#include <md4c.h>

#include <exception>

#include "reader/clean_text.h"
#include "reader/html/character_reference.h"
#include "reader/html/html_text.h"

namespace nsearch::indexer {
namespace {

/// Writes what the parser tells. Inline HTML is dropped tag by tag, blocks of it are kept together and turned into text.
class Writer {
 public:
  MarkdownText run(std::string_view markdown) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = text;
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
    if (thrown_) std::rethrow_exception(thrown_);
    end_line();
    if (!result_.text.empty()) result_.text.pop_back();
    return std::move(result_);
  }

 private:
  static Writer& self(void* writer) { return *static_cast<Writer*>(writer); }

  template <class Action>
  int guarded(const Action& action) {
    try {
      action();
      return 0;
    } catch (...) {
      thrown_ = std::current_exception();
      return 1;
    }
  }

  static int enter_block(MD_BLOCKTYPE type, void*, void* writer) {
    Writer& w = self(writer);
    return w.guarded([&] {
      if (type == MD_BLOCK_DOC || type == MD_BLOCK_TD || type == MD_BLOCK_TH) return;
      w.end_line();
      w.code_ = type == MD_BLOCK_CODE;
      if (type == MD_BLOCK_H) w.heading_ = w.result_.text.size();
    });
  }

  static int leave_block(MD_BLOCKTYPE type, void*, void* writer) {
    Writer& w = self(writer);
    return w.guarded([&] {
      if (type == MD_BLOCK_DOC) return;
      if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) return w.add(" ");
      if (type == MD_BLOCK_HTML) w.end_html();
      w.end_line();
      w.code_ = false;
      if (type == MD_BLOCK_H && w.heading_ == 0 && w.result_.title.empty()) {
        w.result_.title = clean_line(w.result_.text);
        w.result_.text.clear();
      }
    });
  }

  static int enter_span(MD_SPANTYPE type, void*, void* writer) {
    if (type == MD_SPAN_IMG) ++self(writer).pictures_;
    return 0;
  }

  static int leave_span(MD_SPANTYPE type, void*, void* writer) {
    if (type == MD_SPAN_IMG) --self(writer).pictures_;
    return 0;
  }

  static int text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* writer) {
    Writer& w = self(writer);
    return w.guarded([&] { w.take(type, {text, size}); });
  }

  void take(MD_TEXTTYPE type, std::string_view text) {
    if (pictures_ > 0) return;
    switch (type) {
      case MD_TEXT_HTML:
        html_ += text;
        return;
      case MD_TEXT_BR:
        return end_line();
      case MD_TEXT_SOFTBR:
        return add(" ");
      case MD_TEXT_ENTITY:
        return add(character_reference(text));
      case MD_TEXT_NULLCHAR:
        return add(" ");
      default:
        break;
    }
    if (!html_.empty()) html_.clear();  // an inline tag
    add(text);
  }

  void end_html() {
    const std::string block = std::move(html_);
    html_.clear();
    add(html_text(block));
  }

  void add(std::string_view text) {
    const bool begins = result_.text.empty() || result_.text.back() == '\n';
    if (begins && !code_) text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    result_.text += text;
  }

  void end_line() {
    std::string& text = result_.text;
    while (!text.empty() && text.back() == ' ') text.pop_back();
    if (!text.empty() && text.back() != '\n') text += '\n';
  }

  MarkdownText result_;
  std::string html_;
  std::size_t heading_ = static_cast<std::size_t>(-1);  ///< where the last heading begins
  std::size_t pictures_ = 0;
  bool code_ = false;
  std::exception_ptr thrown_;
};

}  // namespace

MarkdownText markdown_text(std::string_view markdown) {
  return Writer().run(markdown);
}

}  // namespace nsearch::indexer
