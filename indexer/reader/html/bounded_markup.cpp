// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/bounded_markup.h"

#include <array>
#include <cstdint>
#include <optional>

#include "reader/start_tags.h"

namespace nsearch::indexer::html {
namespace {

/// How htmlParseStartElement() of libxml2 reads a start tag.
struct HtmlGrammar {
  enum class State : std::uint8_t {
    tag_name,
    between,  ///< attributes
    name,
    after_name,
    value,  ///< after the equals sign
    double_quoted,
    single_quoted,
    unquoted,
    bogus  ///< what begins as no name does, to the next blank
  };
  static constexpr std::size_t states = 9;

  enum class Kind : std::uint8_t {
    blank,
    greater,
    slash,  ///< before a ">"
    equals,
    double_quote,
    single_quote,
    name_start,
    name,
    other
  };
  using Step = TagStep<State>;

  static constexpr Step between(Kind kind) {
    if (kind == Kind::blank) return {State::between};
    if (kind == Kind::greater || kind == Kind::slash) return {State::between, false, true};
    return kind == Kind::name_start ? Step{State::name, true} : Step{State::bogus};
  }

  static constexpr Step step(State state, Kind kind) {
    const bool named = kind == Kind::name_start || kind == Kind::name;
    switch (state) {
      case State::tag_name:
        return named ? Step{state} : between(kind);
      case State::between:
        return between(kind);
      case State::name:
        if (kind == Kind::blank) return {State::after_name};
        if (kind == Kind::equals) return {State::value};
        return named ? Step{state} : between(kind);
      case State::after_name:
        if (kind == Kind::blank) return {state};
        return kind == Kind::equals ? Step{State::value} : between(kind);
      case State::value:
        if (kind == Kind::blank) return {state};
        if (kind == Kind::double_quote) return {State::double_quoted};
        if (kind == Kind::single_quote) return {State::single_quoted};
        return {State::unquoted, false, kind == Kind::greater};
      case State::double_quoted:
        return {kind == Kind::double_quote ? State::between : state};
      case State::single_quoted:
        return {kind == Kind::single_quote ? State::between : state};
      case State::unquoted:
        return {kind == Kind::blank ? State::between : state, false, kind == Kind::greater};
      case State::bogus:
        return {kind == Kind::blank ? State::between : state, false,
                kind == Kind::greater || kind == Kind::slash};
    }
    return {state, false, true};
  }
};

/// Pages that are XHTML declare some entities, at most.
constexpr std::size_t max_declarations = 64 * 1024;

using State = HtmlGrammar::State;
using Kind = HtmlGrammar::Kind;

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const char c = static_cast<char>(byte);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      kinds[byte] = Kind::blank;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c == '.') {
      kinds[byte] = Kind::name_start;
    } else if ((c >= '0' && c <= '9') || c == '-') {
      kinds[byte] = Kind::name;
    } else {
      kinds[byte] = c == '>'    ? Kind::greater
                    : c == '='  ? Kind::equals
                    : c == '"'  ? Kind::double_quote
                    : c == '\'' ? Kind::single_quote
                                : Kind::other;
    }
  }
  return kinds;
}

constexpr std::array<Kind, 256> kinds = make_kinds();

Kind kind_of(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

/// Whether `text` begins so, in any case; `lower` is in lower case.
bool begins(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + ('a' - 'A')) : text[i];
    if (c != lower[i]) return false;
  }
  return true;
}

/// Goes through a page as it stands, and changes a copy of it where there is something to change.
class Bounding {
 public:
  Bounding(std::string_view text, std::string& changed, std::size_t most)
      : text_(text), changed_(changed), most_(static_cast<std::uint32_t>(most)) {}

  std::string_view run() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!tags_.any() && !excess_) {
        at = text_.find('<', at);
        if (at == std::string_view::npos) break;
      }
      take(at);
    }
    return text_;
  }

 private:
  void take(std::size_t at) {
    const char c = text_[at];
    Kind kind = kind_of(c);
    if (c == '/' && text_.substr(at + 1, 1) == ">") kind = Kind::slash;
    if (excess_ && !pass_excess(kind)) kind = blank_out(at);
    if (kind == Kind::name_start) kind = bound(at);
    if (kind == Kind::name_start || kind == Kind::name) kind = bound_name(at, kind);
    if (kind != Kind::name_start && kind != Kind::name) name_bytes_ = 0;
    tags_.step(kind);
    if (c == '<' && kind == Kind::other) begin(at);
    if (c == '>' && hides_ == Hides::comment && text_.substr(0, at).ends_with("--")) hides_ = Hides::nothing;
  }

  /// Whether the tag with too many attributes ends with this byte.
  bool pass_excess(Kind kind) {
    const auto [next, attribute, ended] = HtmlGrammar::step(*excess_, kind);
    excess_ = ended ? std::nullopt : std::optional(next);
    return ended;
  }

  Kind blank_out(std::size_t at) {
    write(at, ' ');
    return Kind::blank;
  }

  /// The attribute that begins here may be one too many: it and the rest are blanked out. Where scripts, styles and comments hold what only looks
  /// like a tag, it is ended instead, for their own ends must not be lost.
  Kind bound(std::size_t at) {
    const std::size_t state = tags_.find_excess(Kind::name_start, most_);
    if (state == HtmlGrammar::states) return Kind::name_start;
    if (hides_ != Hides::nothing) {
      write(at, '>');
      return Kind::greater;
    }
    excess_ = HtmlGrammar::step(static_cast<State>(state), Kind::name_start).next;
    return blank_out(at);
  }

  /// The parser cuts long names, and what follows is another.
  Kind bound_name(std::size_t at, Kind kind) {
    if (++name_bytes_ <= max_name_bytes || (!tags_.any_in(State::name) && !tags_.any_in(State::tag_name)))
      return kind;
    name_bytes_ = 0;
    return blank_out(at);
  }

  void begin(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.size() > 1 && kind_of(rest[1]) == Kind::name_start) tags_.begin();
    if (hides_ == Hides::nothing) {
      if (rest.starts_with("<!--")) hides_ = Hides::comment;
      if (begins(rest, "<script")) hides_ = Hides::script;
      if (begins(rest, "<style")) hides_ = Hides::style;
      if (!typed_ && begins(rest, "<!doctype")) blank_declarations(at);
    } else if ((hides_ == Hides::script && begins(rest, "</script")) ||
               (hides_ == Hides::style && begins(rest, "</style"))) {
      hides_ = Hides::nothing;
    }
  }

  /// "[...]" in the document type.
  void blank_declarations(std::size_t at) {
    typed_ = true;
    const std::string_view type = text_.substr(at, max_declarations);
    const std::size_t open = type.find_first_of("[>");
    if (open == std::string_view::npos || type[open] != '[') return;
    for (std::size_t close = type.find(']', open); close != std::string_view::npos;
         close = type.find(']', close + 1)) {
      const std::size_t next = type.find_first_not_of(" \t\r\n", close + 1);
      if (next == std::string_view::npos) return;
      if (type[next] != '>') continue;
      for (std::size_t i = at + open; i <= at + close; ++i) write(i, ' ');
      return;
    }
  }

  void write(std::size_t at, char c) {
    if (changed_.empty()) {
      changed_ = text_;
      text_ = changed_;
    }
    changed_[at] = c;
  }

  enum class Hides : std::uint8_t { nothing, comment, script, style };

  std::string_view text_;  ///< `changed_` from the first change on
  std::string& changed_;
  std::uint32_t most_;
  StartTags<HtmlGrammar> tags_;
  std::optional<State> excess_;  ///< of the tag that is blanked out to its end
  std::size_t name_bytes_ = 0;
  Hides hides_ = Hides::nothing;  ///< what seems to be around, by which only what is left out is chosen
  bool typed_ = false;            ///< a document type was seen
};

}  // namespace

std::string_view bounded_markup(std::string_view utf8, std::string& changed, std::size_t most_attributes) {
  changed.clear();
  return Bounding(utf8, changed, most_attributes).run();
}

}  // namespace nsearch::indexer::html
