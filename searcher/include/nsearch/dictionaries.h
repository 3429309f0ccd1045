// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nsearch/export.h"

/// Dictionaries
/// ============
///
///     nsearch::import_dictionary("news.idx", {"/usr/share/dictd/freedict-fra-nld.index"});
///     nsearch::import_dictionary("news.idx", {"names.tsv", "fr", "nl"});
///     for (const nsearch::DictionaryInfo& each : nsearch::list_dictionaries("news.idx")) ...
///
/// Word lists from one language into another, by which a query finds documents in other languages
/// (SearchRequest::across). Each serves both ways: French words are also looked up among the translations of a
/// Dutch-French dictionary. They are kept in a folder of state, in DIR/dictionaries: that of an index, or one apart that
/// several indexes share. Searchers take notice of changes at their next search.
///
/// Read are:
/// - dictionaries in the format of dictd, as in Debian's dict-freedict packages: NAME.index beside NAME.dict.dz or NAME.dict;
/// - lines of a word, a tab, and its translations parted by | (UTF-8, plain or compressed by gzip).
namespace nsearch {

struct DictionaryInfo {
  std::string name;         ///< "freedict-fra-nld"
  std::string from;         ///< "fr"
  std::string to;           ///< "nl"
  std::uint64_t words = 0;  ///< that it translates
  std::uint64_t translations = 0;
  std::uint64_t bytes = 0;  ///< on disk
};

struct DictionaryImport {
  /// A file, or an installed dictionary by its name (fra-nld), as in /usr/share/dictd.
  std::string path;
  std::string from = {};  ///< empty: told by the file's name (fra-nld, fr-nl)
  std::string to = {};
  std::string name = {};  ///< empty: the file's, without its endings
};

struct ImportedDictionary {
  DictionaryInfo info;
  std::uint64_t left_out = 0;  ///< lines or entries that hold nothing to translate, or are damaged
  std::string first_left_out;  ///< "names.tsv, line 3: no tab"; empty: none
};

/// Reads a dictionary and keeps it in `state`, in place of one of the same name. A crash leaves the old or the new one.
/// Throws Error: usage (no such format, languages unknown, nothing in it), io, no_index (`state` is no folder).
NSEARCH_EXPORT ImportedDictionary import_dictionary(const std::string& state, const DictionaryImport& what);

/// Those kept in `state`, by name. Throws Error: io, corrupt, format_version.
NSEARCH_EXPORT std::vector<DictionaryInfo> list_dictionaries(const std::string& state);

/// False where none of that name is kept. Throws Error(io).
NSEARCH_EXPORT bool remove_dictionary(const std::string& state, const std::string& name);

}  // namespace nsearch
