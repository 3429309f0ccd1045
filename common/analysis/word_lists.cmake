# Compiles the word lists of analysis/data/ in: word_list("stop_words/fr") is the text of data/stop_words/fr.txt.
set(data ${CMAKE_CURRENT_SOURCE_DIR}/analysis/data)
file(GLOB_RECURSE lists RELATIVE ${data} CONFIGURE_DEPENDS ${data}/*.txt)
set(entries "")
foreach(list ${lists})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${data}/${list})
  file(READ ${data}/${list} text)
  string(REGEX REPLACE "\\.txt$" "" name ${list})
  string(APPEND entries "    {\"${name}\", R\"words(${text})words\"},\n")
endforeach()
file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/word_lists.cpp CONTENT "// SPDX-License-Identifier: GPL-2.0-or-later
// Made from common/analysis/data/ by word_lists.cmake.
#include \"analysis/word_list.h\"

namespace nsearch::analysis {

std::string_view word_list(std::string_view name) {
  struct Entry {
    std::string_view name;
    std::string_view text;
  };
  static constexpr Entry entries[] = {
${entries}  };
  for (const Entry& entry : entries)
    if (entry.name == name) return entry.text;
  return {};
}

}  // namespace nsearch::analysis
")
target_sources(nsearch_common_objects PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/word_lists.cpp)
