// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nsearch::indexer {

/// What a field of an input becomes.
enum class Field { id, url, title, body, lang, date, source, author, facet };

/// The name of a field as inputs and `--field` call it ("lang"); not for facet.
std::string_view field_name(Field field);

/// Where the value of a document field comes from.
struct FieldBinding {
  Field field;
  std::string facet;              ///< its name, where `field` is facet
  std::string input;              ///< name in the input, as given: "content.text"
  std::vector<std::string> path;  ///< "content", "text"; empty where the name has no dot
};

/// Which input field becomes which document field. A document field is bound to the input field of its own
/// name unless the user bound it to others. A user's binding of a name that is no document field makes a
/// facet of that name; several bindings of one document field are alternatives, the first that a record has
/// wins.
class FieldMap {
 public:
  /// {document field, name in the input} pairs. Throws Error(usage) where either is empty.
  explicit FieldMap(const std::vector<std::pair<std::string, std::string>>& given);

  /// Ordered by field, then as given.
  const std::vector<FieldBinding>& bindings() const { return bindings_; }

  /// Whether an input field that nothing is bound to may be kept as a facet: not if it has a document field's
  /// name, which a query could not tell apart.
  static bool may_be_facet(std::string_view input);

 private:
  std::vector<FieldBinding> bindings_;
};

}  // namespace nsearch::indexer
