// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "reader/start_tags.h"

namespace nsearch::indexer {

/// How xmlParseStartTag2() of libxml2 reads a start tag; what it is no longer reads as one ends it.
struct XmlTagGrammar {
  enum class State : std::uint8_t {
    tag_name,
    between,
    name,
    after_name,
    value,
    double_quoted,
    single_quoted
  };
  static constexpr std::size_t states = 7;
  enum class Kind : std::uint8_t { blank, equals, double_quote, single_quote, mark, name };

  static constexpr TagStep<State> step(State state, Kind kind) {
    switch (state) {
      case State::tag_name:
        return {kind == Kind::blank ? State::between : state, false,
                kind != Kind::blank && kind != Kind::name};
      case State::between:
        return {kind == Kind::blank ? state : State::name, kind == Kind::name,
                kind != Kind::blank && kind != Kind::name};
      case State::name:
        if (kind == Kind::equals) return {State::value};
        return {kind == Kind::blank ? State::after_name : state, false,
                kind != Kind::blank && kind != Kind::name};
      case State::after_name:
        return {kind == Kind::blank ? state : State::value, false,
                kind != Kind::blank && kind != Kind::equals};
      case State::value:
        if (kind == Kind::double_quote) return {State::double_quoted};
        return {kind == Kind::single_quote ? State::single_quoted : state, false,
                kind != Kind::single_quote && kind != Kind::blank};
      case State::double_quoted:
        return {kind == Kind::double_quote ? State::between : state};
      case State::single_quoted:
        return {kind == Kind::single_quote ? State::between : state};
    }
    return {state, false, true};
  }
};

/// Finds the first attribute that is one too many for its element, in XML that comes in pieces.
class XmlAttributes {
 public:
  /// Where it begins in the next piece; its size if nowhere.
  std::size_t find_excess(std::string_view piece);

 private:
  StartTags<XmlTagGrammar> tags_;
  bool after_less_ = false;  ///< the last piece ended with "<"
};

}  // namespace nsearch::indexer
