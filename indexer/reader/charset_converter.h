// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace nsearch::indexer {

/// Closes one of ICU's converters.
struct CloseConverter {
  void operator()(UConverter* converter) const;
};
using OwnedConverter = std::unique_ptr<UConverter, CloseConverter>;

/// ICU's converter of that name; nullptr: it knows none.
OwnedConverter open_converter(const std::string& charset);

/// Turns bytes of one charset into UTF-8, piece by piece: a character may be cut by the end of a piece.
class CharsetConverter {
 public:
  /// `charset`: a name that ICU knows.
  explicit CharsetConverter(const std::string& charset);
  CharsetConverter(const CharsetConverter&) = delete;
  CharsetConverter& operator=(const CharsetConverter&) = delete;

  /// Appends what `bytes` mean. `last`: nothing follows them.
  void append(std::string_view bytes, bool last, std::string& utf8);

  /// How many sequences stood for no character, and became U+FFFD.
  std::size_t replaced() const { return replaced_; }

 private:
  OwnedConverter converter_;
  std::u16string units_;
  std::size_t replaced_ = 0;
};

}  // namespace nsearch::indexer
