# target_sources(nsearch_indexer_objects PRIVATE ...), paths from indexer/
target_sources(nsearch_indexer_objects PRIVATE
  watch/folder_watch.cpp
  watch/watch_folders.cpp)
