# target_sources(nsearch_indexer_objects PRIVATE ...), paths from indexer/
target_sources(nsearch_indexer_objects PRIVATE
  builder/api_builder.cpp
  builder/index_metadata.cpp
  builder/live_index.cpp
  builder/merge_shards.cpp
  builder/xapian_document.cpp)
