// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "translate/entry.h"

namespace nsearch::searcher {

/// What a reader of dictionaries gives its caller.
struct EntrySink {
  std::function<void(DictionaryEntry&&)> entry;
  std::function<void(const std::string& place, const std::string& problem)> left_out;
};

/// One entry of a dictd index: where its text lies in the .dict file, unpacked.
struct DictdPlace {
  std::string key;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

/// Reads the lines "key TAB offset TAB length" of a dictd index, numbers in base 64 as dictd(8) writes them.
/// Malformed lines, and keys of the database itself (00databaseinfo), are passed over; the former are told to
/// `left_out`. In the order of the texts.
std::vector<DictdPlace> parse_dictd_index(std::string_view index, const std::string& name,
                                          const EntrySink& sink);

/// Reads a dictionary: NAME.index with NAME.dict.dz or NAME.dict beside it, or lines of tab-separated values,
/// plain or compressed by gzip. One text is held at a time, beside the index. Throws Error(io, usage).
void read_dictionary(const std::string& path, const EntrySink& sink);

/// A file, or an installed dictionary by its languages (fra-nld).
std::string dictionary_path(const std::string& given);

}  // namespace nsearch::searcher
