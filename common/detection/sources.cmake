# The tables of our own evidence are compiled from the word lists by a small program of the build.
set(detection_words ${CMAKE_CURRENT_SOURCE_DIR}/detection/words)
set(detection_tables ${CMAKE_CURRENT_BINARY_DIR}/detection/evidence_tables.cpp)
file(GLOB detection_lists CONFIGURE_DEPENDS ${detection_words}/*.txt)
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/detection)

add_executable(nsearch_make_tables
  detection/make_tables/letter_model.cpp
  detection/make_tables/main.cpp
  detection/letters.cpp
  detection/token_scanner.cpp)
target_include_directories(nsearch_make_tables PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(nsearch_make_tables PRIVATE ICU::uc)
add_custom_command(OUTPUT ${detection_tables}
  COMMAND nsearch_make_tables ${detection_words} ${detection_tables}
  DEPENDS nsearch_make_tables ${detection_lists}
  VERBATIM)

target_sources(nsearch_common_objects PRIVATE
  ${detection_tables}
  detection/choose_language.cpp
  detection/cld2_adapter.cpp
  detection/detect_language.cpp
  detection/evidence.cpp
  detection/hypotheses.cpp
  detection/language_spans.cpp
  detection/letters.cpp
  detection/listed_words.cpp
  detection/passage_finder.cpp
  detection/stretches.cpp
  detection/text_sample.cpp
  detection/token_scanner.cpp)
