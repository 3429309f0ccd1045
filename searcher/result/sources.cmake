target_sources(nsearch_searcher_objects PRIVATE
  result/cut_points.cpp
  result/facets.cpp
  result/found.cpp
  result/hits.cpp
  result/host_counts.cpp
  result/marking.cpp
  result/page.cpp
  result/passage.cpp
  result/periods.cpp
  result/recency.cpp
  result/snippet.cpp
  result/stem_counts.cpp
  result/timeline.cpp
  result/value_counts.cpp)
