// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "nsearch/document.h"
#include "reader/field_map.h"

namespace nsearch::indexer {

/// Which column of a table becomes what, found once by its header.
class CsvColumns {
 public:
  CsvColumns(const FieldMap& map, std::vector<std::string> header);

  /// Whether a column can fill the body.
  bool has_body() const;
  std::size_t size() const { return header_.size(); }
  /// The first names, for a message.
  std::string names() const;

  /// Fills `document`, which must be new, from a row; fields that are left out are told in `notes`.
  void read(std::vector<std::string>&& row, Document& document, std::vector<std::string>& notes) const;

 private:
  struct Column {
    Field field = Field::facet;
    std::string facet;
    std::size_t index = 0;
  };

  std::size_t find(std::string_view name) const;
  void bind(const FieldBinding& binding);
  void bind_usual(Field field);

  std::vector<std::string> header_;
  std::vector<std::string> plain_;  ///< the same, as names are compared
  std::vector<Column> columns_;     ///< in the order in which they are tried
};

}  // namespace nsearch::indexer
