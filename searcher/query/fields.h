// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/query.h"

namespace nsearch::searcher {

/// The fields whose words can be searched in every index: title, body.
const std::vector<std::string>& default_text_fields();

/// The filters of every index: lang, source, author, url, id, date, after, before, host. An index adds its facets to them.
const std::vector<std::string>& default_filter_fields();

/// The candidate that was probably meant: at most two slips of the pen away, or the longer or shorter form of
/// `name`. Empty where none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

struct Field {
  std::string name;  ///< as ParseOptions spells it
  bool filter = false;
};

/// The fields that a query may name. Names are found in whatever case they are written. Made when the first is asked for: most
/// queries name none. Not thread-safe.
class FieldTable {
 public:
  /// What the options list; the defaults above where they list nothing. The options outlive the table.
  explicit FieldTable(const ParseOptions& options) : options_(options) {}

  /// Owned by the table; nullptr for an unknown name.
  const Field* find(std::string_view name) const;

  std::string nearest(std::string_view name) const;

  /// "title:, body:, lang:" for a message; a long list is cut, and says so.
  std::string list() const;

 private:
  void make() const;
  void add(const std::vector<std::string>& names, bool filter) const;

  const ParseOptions& options_;
  mutable std::map<std::string, Field, std::less<>> by_lower_name_;
  mutable std::vector<std::string> names_;  ///< in the order given; none before they are made
};

/// ASCII letters in lower case.
std::string lower(std::string_view text);

/// The length of the field name at the start of `text` if a colon follows it, else 0: [A-Za-z][A-Za-z0-9_.-]*
std::size_t field_name_length(std::string_view text);

/// Whether `text` begins with http:// or https:// in whatever case, which no field may take for its own.
bool is_web_address(std::string_view text);

}  // namespace nsearch::searcher
