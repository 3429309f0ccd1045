# nsearch_precompile(TARGET): the standard headers that most files include are parsed once for the target. A release does
# without, so that an include that is missing doesn't go unnoticed.
function(nsearch_precompile target)
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <iostream>
      <map> <memory> <optional> <string> <string_view> <unordered_map> <utility> <vector>)
  endif()
endfunction()
