# target_sources(nsearch_searcher_objects PRIVATE ...), paths from searcher/
target_sources(nsearch_searcher_objects PRIVATE
  suggest/misspelled.cpp
  suggest/near_ids.cpp
  suggest/suggest.cpp)
