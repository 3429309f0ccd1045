target_sources(nsearch_searcher_objects PRIVATE
  result/cut_points.cpp
  result/hits.cpp
  result/marking.cpp
  result/passage.cpp
  result/snippet.cpp)
