# target_sources(nsearch_indexer_objects PRIVATE ...), paths from indexer/
target_sources(nsearch_indexer_objects PRIVATE
  check/check_contents.cpp
  check/check_document.cpp
  check/check_index.cpp
  check/isolated.cpp)
