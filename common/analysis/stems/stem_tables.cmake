# The tables of stem_tables.h are compiled from the lists of analysis/data/stems/ by a small program of the build.
add_executable(nsearch_make_stem_tables
  ${CMAKE_CURRENT_BINARY_DIR}/word_lists.cpp
  analysis/stems/dutch_spelling.cpp
  analysis/stems/french_spelling.cpp
  analysis/stems/make_tables/dutch.cpp
  analysis/stems/make_tables/french.cpp
  analysis/stems/make_tables/german.cpp
  analysis/stems/make_tables/main.cpp
  analysis/stems/make_tables/table.cpp
  analysis/stems/word_table.cpp)
target_include_directories(nsearch_make_stem_tables PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/include)
target_link_libraries(nsearch_make_stem_tables PRIVATE xxhash)
set(stem_tables ${CMAKE_CURRENT_BINARY_DIR}/stem_tables.cpp)
add_custom_command(OUTPUT ${stem_tables}
  COMMAND nsearch_make_stem_tables ${stem_tables}
  DEPENDS nsearch_make_stem_tables
  COMMENT "Making the stem tables"
  VERBATIM)
target_sources(nsearch_common_objects PRIVATE ${stem_tables})
