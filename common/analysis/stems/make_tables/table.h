// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>

namespace nsearch::analysis::make_tables {

/// A WordTable in the making.
class Table {
 public:
  struct Entry {
    std::string base;
    unsigned flags = 0;
  };

  /// The entry of `word`, made where there was none.
  Entry& add(std::string_view word) { return entries_[std::string(word)]; }

  /// The first base of a word stays, with its flags.
  void add_form(std::string_view form, std::string_view base, unsigned flags);

  /// C++ that defines `NAME`. Throws std::runtime_error where a word is too long for a slot.
  void write(std::ostream& out, const std::string& name) const;

 private:
  std::map<std::string, Entry, std::less<>> entries_;
};

// The tables of stem_tables.h, made of the lists of data/stems/.
struct Dutch {
  Dutch();
  Table words, plurals;
};

struct French {
  French();
  Table words, verb_forms, verb_stems, participles;
};

struct German {
  German();
  Table verb_forms, verb_stems;
};

}  // namespace nsearch::analysis::make_tables
