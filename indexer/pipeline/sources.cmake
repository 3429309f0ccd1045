# target_sources(nsearch_indexer_objects PRIVATE ...), paths from indexer/
target_sources(nsearch_indexer_objects PRIVATE
  pipeline/bulk_sink.cpp
  pipeline/committed_digests.cpp
  pipeline/dispatcher.cpp
  pipeline/index_session.cpp
  pipeline/input_list.cpp
  pipeline/input_reader.cpp
  pipeline/mirror_scope.cpp
  pipeline/update_sink.cpp)
