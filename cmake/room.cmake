# nsearch_room(NAME SOURCES ... PUBLIC_ROOMS ... LIBRARIES ...)
# One room of the tree is compiled once (nsearch_NAME_objects) and comes in two shapes: nsearch_NAME, the shared library
# that is installed, and nsearch_NAME_static, for our own program and tests. What a room may see is what it links:
# the public headers of PUBLIC_ROOMS reach whoever links the room, its LIBRARIES stay inside.
function(nsearch_room name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC_ROOMS;LIBRARIES" ${ARGN})
  set(objects nsearch_${name}_objects)
  add_library(${objects} OBJECT ${arg_SOURCES})
  target_include_directories(${objects}
    PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>
           $<BUILD_INTERFACE:${CMAKE_CURRENT_BINARY_DIR}/include>
    PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${objects} PRIVATE ${arg_LIBRARIES})
  nsearch_precompile(${objects})

  foreach(shape "" _static)
    set(target nsearch_${name}${shape})
    if(shape STREQUAL "")
      add_library(${target} SHARED $<TARGET_OBJECTS:${objects}>)
      set_target_properties(${target} PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
                            EXPORT_NAME ${name})
    else()
      add_library(${target} STATIC $<TARGET_OBJECTS:${objects}>)
    endif()
    target_compile_features(${target} INTERFACE cxx_std_17)
    target_include_directories(${target} INTERFACE
      $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>
      $<BUILD_INTERFACE:${CMAKE_CURRENT_BINARY_DIR}/include>
      $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    target_link_libraries(${target} PRIVATE ${arg_LIBRARIES})
    foreach(room ${arg_PUBLIC_ROOMS})
      target_link_libraries(${target} PUBLIC nsearch_${room}${shape})
    endforeach()
  endforeach()

  # A room also sees the internal headers of the rooms below it (from their root folder, "storage/record.h").
  foreach(room ${arg_PUBLIC_ROOMS})
    get_target_property(headers nsearch_${room}_objects SOURCE_DIR)
    get_target_property(built nsearch_${room}_objects BINARY_DIR)
    target_include_directories(${objects} PRIVATE ${headers} ${headers}/include ${built}/include)
  endforeach()
endfunction()
