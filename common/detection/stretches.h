// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace nsearch::detection {

/// A piece of text within which the language is taken not to change: a sentence, or what a quotation mark
/// parts of one.
struct Stretch {
  std::size_t begin = 0;  ///< byte offsets; the space that follows belongs to the stretch
  std::size_t end = 0;
  bool opens_quotation = false;   ///< begins with a quotation mark
  bool closes_quotation = false;  ///< ends with one
  bool ends_paragraph = false;
};

/// Cuts a text into stretches that cover it without gaps. Quick rather than fine: a cut too many costs
/// nothing, since languages change only where the words do (the analysis chain has sentence boundaries of its
/// own). The text must outlive the cutter.
class StretchCutter {
 public:
  explicit StretchCutter(std::string_view utf8) : text_(utf8) {}

  /// The next stretch; false at the end of the text. Linear over all calls.
  bool next(Stretch& stretch);

 private:
  bool cuts_at_mark(std::size_t at, std::size_t length, char32_t mark, Stretch& stretch);
  bool ends_sentence(std::size_t at) const;
  void finish(std::size_t at, Stretch& stretch);

  std::string_view text_;
  std::size_t at_ = 0;
  bool in_single_quotes_ = false;
};

}  // namespace nsearch::detection
