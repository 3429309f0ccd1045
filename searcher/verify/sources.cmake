# target_sources(nsearch_searcher_objects PRIVATE ...), paths from searcher/
target_sources(nsearch_searcher_objects PRIVATE
  verify/candidate.cpp
  verify/spans.cpp
  verify/verifier.cpp)
