// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nsearch::searcher {

/// Tells of most texts, at some instructions a byte, that none of certain words is in them, before any analysis.
class SoughtForms {
 public:
  /// A surface form.
  void add_form(std::string_view surface) { add(surface, false); }

  /// Surface forms that begin so.
  void add_beginning(std::string_view beginning) { add(beginning, true); }

  /// Whether a token with one of the forms may be in `text`; never false where one is.
  bool may_be_in(std::string_view text) const;

 private:
  struct Form {
    std::string text;
    bool beginning = false;
  };

  void add(std::string_view text, bool beginning);
  bool may_be(std::string_view run, std::string_view after) const;
  bool may_begin_with(std::string_view character) const;

  std::vector<Form> forms_;
  bool begins_with_[256] = {};  // by their first byte
  bool foreign_ = false;        // some begin with letters that are not ASCII
};

}  // namespace nsearch::searcher
