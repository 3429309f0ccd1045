// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/export.h"

/// Synonyms
/// ========
///
///     # countries
///     VS = États-Unis = Verenigde Staten = United States
///     smic = salaire minimum
///
/// A line is a group of words and phrases that mean the same, parted by equals signs; # begins a comment at the
/// beginning of a line or after a space. Case, accents and elided articles don't matter. Each member of a group
/// stands for all others; a word may be in several groups.
namespace nsearch {

/// Groups of synonyms. Immutable, so any number of searchers and threads may share it.
class NSEARCH_EXPORT Synonyms {
 public:
  /// `name` is for messages. Throws Error(usage) that names the line: no equals sign, a member without a
  /// word or of more than 8 words, bytes that are no UTF-8.
  static std::shared_ptr<const Synonyms> parse(std::string_view text, const std::string& name);

  /// Reads files, as if they were one. Throws Error(io) as well.
  static std::shared_ptr<const Synonyms> load(const std::vector<std::string>& paths);

  ~Synonyms();
  Synonyms(const Synonyms&) = delete;
  Synonyms& operator=(const Synonyms&) = delete;

  std::size_t groups() const noexcept;

  /// The other members of all groups that hold `words` (folded, single spaces), as written, each once.
  std::vector<std::string> of(const std::string& words) const;

  /// The most words that a member has.
  std::size_t longest() const noexcept;

 private:
  struct Table;
  explicit Synonyms(std::unique_ptr<const Table> table);
  std::unique_ptr<const Table> table_;
};

/// Where an index keeps its synonyms: "DIR/synonyms.txt".
NSEARCH_EXPORT std::string synonyms_path(const std::string& index);

/// Checks the file `from` and keeps its synonyms beside the index, in place of those kept before. Searchers take notice at
/// their next search. Throws Error: usage, io, no_index.
NSEARCH_EXPORT void keep_synonyms(const std::string& index, const std::string& from);

}  // namespace nsearch
