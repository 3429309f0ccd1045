# The fingerprints of all languages, computed once by the build with the very objects that the library is made of.
target_sources(nsearch_common_objects PRIVATE analysis/recorded/icu_version.cpp)
add_executable(nsearch_record_fingerprints analysis/recorded/main.cpp $<TARGET_OBJECTS:nsearch_common_objects>)
target_include_directories(nsearch_record_fingerprints PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/include)
get_target_property(common_libraries nsearch_common_objects LINK_LIBRARIES)
target_link_libraries(nsearch_record_fingerprints PRIVATE ${common_libraries})
set(recorded ${CMAKE_CURRENT_BINARY_DIR}/recorded_fingerprints.cpp)
add_custom_command(OUTPUT ${recorded}
  COMMAND nsearch_record_fingerprints ${recorded}
  DEPENDS nsearch_record_fingerprints
  COMMENT "Recording the analysis fingerprints"
  VERBATIM)
add_custom_target(nsearch_recorded_fingerprints DEPENDS ${recorded})
foreach(library nsearch_common nsearch_common_static)
  target_sources(${library} PRIVATE ${recorded})
  target_include_directories(${library} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  add_dependencies(${library} nsearch_recorded_fingerprints)
endforeach()
