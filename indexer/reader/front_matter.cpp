// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/front_matter.h"

#include <algorithm>

namespace nsearch::indexer {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Without a comment at the end.
std::string_view without_comment(std::string_view value) {
  const std::size_t at = value.find(" #");
  return trimmed(value.substr(0, at));
}

/// In double quotes a backslash escapes, in single ones a quote is doubled.
std::string unquoted(std::string_view value) {
  value = trimmed(value);
  const char quote = value.empty() ? '\0' : value.front();
  if ((quote != '"' && quote != '\'') || value.size() < 2) return std::string(without_comment(value));
  std::string text;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const char c = value[i];
    const char next = i + 1 < value.size() ? value[i + 1] : '\0';
    if (quote == '"' && c == '\\' && next != '\0') {
      text += next == 'n' || next == 't' ? ' ' : next;
      ++i;
    } else if (c == quote && quote == '\'' && next == quote) {
      text += c;
      ++i;
    } else if (c == quote) {
      break;
    } else {
      text += c;
    }
  }
  return text;
}

/// The items of "[a, 'b, c']".
std::vector<std::string> flow_items(std::string_view list) {
  std::vector<std::string> items;
  list.remove_prefix(1);
  std::size_t begin = 0;
  char quote = '\0';
  for (std::size_t i = 0; i <= list.size(); ++i) {
    const char c = i < list.size() ? list[i] : ']';
    if (quote != '\0' && i < list.size()) {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == ',' || c == ']') {
      std::string item = unquoted(list.substr(begin, i - begin));
      if (!item.empty()) items.push_back(std::move(item));
      begin = i + 1;
      if (c == ']') break;
    }
  }
  return items;
}

class Matter {
 public:
  explicit Matter(std::string_view text) : rest_(text) {}

  FrontMatter read() {
    const std::size_t whole = rest_.size();
    if (trimmed(take_line()) != "---") return {};
    while (!rest_.empty()) {
      const std::string_view line = take_line();
      const std::string_view text = trimmed(line);
      if (text == "---" || text == "...") {
        matter_.end = whole - rest_.size();
        return std::move(matter_);
      }
      if (!text.empty() && text.front() != '#') take(line, text);
    }
    return {};  // it is not closed: a rule, and text
  }

 private:
  std::string_view take_line() {
    const std::size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++line_;
    return line;
  }

  void take(std::string_view line, std::string_view text) {
    const bool item = text.front() == '-' && (text.size() == 1 || text[1] == ' ');
    const bool indented = line.front() == ' ' || line.front() == '\t';
    const std::size_t colon = text.find(':');
    if (item && open_) {
      matter_.fields.back().second.push_back(unquoted(text.substr(1)));
    } else if (!indented && !item && colon != std::string_view::npos && colon > 0) {
      take_field(text.substr(0, colon), trimmed(text.substr(colon + 1)));
    } else if (indented && !item && !matter_.fields.empty() && matter_.fields.back().second.size() == 1 &&
               !open_) {
      matter_.fields.back().second.front() += " " + unquoted(text);  // a value over several lines
    } else {
      matter_.not_read.push_back(line_);
      open_ = false;
    }
  }

  void take_field(std::string_view name, std::string_view value) {
    matter_.fields.emplace_back(unquoted(name), std::vector<std::string>());
    std::vector<std::string>& values = matter_.fields.back().second;
    open_ = value.empty();
    if (value.empty() || value == "null" || value == "~") return;
    if (value.front() == '[') {
      values = flow_items(value);
    } else if (value.front() == '|' || value.front() == '>') {
      values.emplace_back();  // the indented lines below are added
    } else {
      values.push_back(unquoted(value));
    }
  }

  std::string_view rest_;
  FrontMatter matter_;
  std::uint64_t line_ = 0;
  bool open_ = false;  ///< the last field has no value yet: a list may follow
};

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  return Matter(text).read();
}

}  // namespace nsearch::indexer
