// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/json_fault.h"

#include <cctype>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace nsearch::indexer {
namespace {

/// Walks over one JSON value with an explicit stack. Each step gives false when it met the fault.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<TextFault> run() {
    while (value() && rest_of_containers()) {
    }
    return std::move(fault_);
  }

 private:
  bool at_end() const { return at_ == text_.size(); }
  char here() const { return text_[at_]; }

  bool fail(const std::string& reason) {
    fault_ = TextFault{at_, reason};
    return false;
  }

  bool truncated(const std::string& where) { return fail("truncated JSON: the text ends " + where); }

  bool unexpected(const std::string& expected) {
    if (at_end()) return truncated("where " + expected + " is due");
    const auto byte = static_cast<unsigned char>(here());
    const bool printable = byte > ' ' && byte < 0x7F;
    const std::string found = printable ? std::string("'") + here() + "'" : hex_byte(here());
    return fail("not JSON: expected " + expected + ", found " + found);
  }

  void skip_space() {
    while (!at_end() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r')) ++at_;
  }

  bool take(char c, const char* expected) {
    skip_space();
    if (at_end() || here() != c) return unexpected(expected);
    ++at_;
    return true;
  }

  /// A scalar, or the opening of a container and, within objects, the name before its first value.
  bool value() {
    skip_space();
    if (at_end()) return unexpected("a value");
    if (here() == '"') return string();
    if (here() == '{' || here() == '[') return open();
    if (here() == '-' || std::isdigit(static_cast<unsigned char>(here())) != 0) return number();
    for (const char* literal : {"true", "false", "null"}) {
      if (text_.substr(at_, std::strlen(literal)) == literal) {
        at_ += std::strlen(literal);
        return true;
      }
    }
    return unexpected("a value");
  }

  bool open() {
    if (open_.size() == max_json_depth) {
      return fail("nested deeper than " + std::to_string(max_json_depth) + " levels");
    }
    open_.push_back(here());
    ++at_;
    skip_space();
    if (!at_end() && here() == closing()) return true;  // rest_of_containers() closes it
    value_due_ = open_.back() == '[' || name();
    return value_due_;
  }

  char closing() const { return open_.back() == '{' ? '}' : ']'; }

  /// After a value: closes what ends here; true if a further value is due.
  bool rest_of_containers() {
    if (std::exchange(value_due_, false)) return true;
    while (!open_.empty()) {
      skip_space();
      if (!at_end() && here() == closing()) {
        ++at_;
        open_.pop_back();
      } else {
        return take(',', open_.back() == '{' ? "',' or '}'" : "',' or ']'") &&
               (open_.back() == '[' || name());
      }
    }
    skip_space();
    return at_end() ? false : unexpected("the end of the line");
  }

  bool name() {
    skip_space();
    if (at_end() || here() != '"') return unexpected("a name in double quotes");
    return string() && take(':', "':'");
  }

  bool string() {
    ++at_;
    while (!at_end() && here() != '"') {
      if (static_cast<unsigned char>(here()) < 0x20) {
        return fail("not JSON: a control character (" + hex_byte(here()) + ") in a string");
      }
      if (here() == '\\' && !escape()) return false;
      ++at_;
    }
    if (at_end()) return truncated("inside a string");
    ++at_;
    return true;
  }

  /// From the backslash to the last character of the escape.
  bool escape() {
    ++at_;
    if (at_end()) return truncated("inside an escape");
    if (here() != 'u')
      return std::strchr("\"\\/bfnrt", here()) != nullptr && here() != '\0' ? true : unexpected("an escape");
    for (int digit = 0; digit < 4; ++digit) {
      ++at_;
      if (at_end() || std::isxdigit(static_cast<unsigned char>(here())) == 0)
        return unexpected("four hexadecimal digits");
    }
    return true;
  }

  bool digits() {
    if (at_end() || std::isdigit(static_cast<unsigned char>(here())) == 0) return unexpected("a digit");
    while (!at_end() && std::isdigit(static_cast<unsigned char>(here())) != 0) ++at_;
    return true;
  }

  bool number() {
    if (here() == '-') ++at_;
    const bool zero = !at_end() && here() == '0';
    const std::size_t begin = at_;
    if (!digits()) return false;
    if (zero && at_ > begin + 1) {
      at_ = begin;
      return fail("not JSON: a number with a leading zero");
    }
    if (!at_end() && here() == '.') {
      ++at_;
      if (!digits()) return false;
    }
    if (!at_end() && (here() == 'e' || here() == 'E')) {
      ++at_;
      if (!at_end() && (here() == '+' || here() == '-')) ++at_;
      if (!digits()) return false;
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<char> open_;  ///< '{' or '[' of each container that is not closed yet
  bool value_due_ = false;  ///< a container was opened that is not empty
  std::optional<TextFault> fault_;
};

/// The value of "\uXXXX" at `text`; -1 if that is not what stands there.
int escaped_unit(const char* text, const char* end) {
  if (end - text < 6 || text[0] != '\\' || text[1] != 'u') return -1;
  int value = 0;
  for (int i = 2; i < 6; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (std::isxdigit(c) == 0) return -1;
    value = value * 16 + (std::isdigit(c) != 0 ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

bool is_high(int unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(int unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::optional<TextFault> find_json_fault(std::string_view text) {
  return Scanner(text).run();
}

std::size_t replace_lone_surrogates(char* text, std::size_t size) {
  std::size_t replaced = 0;
  const char* end = text + size;
  while ((text = static_cast<char*>(std::memchr(text, '\\', static_cast<std::size_t>(end - text)))) !=
         nullptr) {
    const int unit = escaped_unit(text, end);
    if (unit < 0) {
      text += end - text < 2 ? 1 : 2;
    } else if (is_high(unit) && is_low(escaped_unit(text + 6, end))) {
      text += 12;
    } else {
      if (is_high(unit) || is_low(unit)) {
        std::memcpy(text, "\\ufffd", 6);
        ++replaced;
      }
      text += 6;
    }
    if (text == end) break;
  }
  return replaced;
}

}  // namespace nsearch::indexer
