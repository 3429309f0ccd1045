# target_sources(nsearch_indexer_objects PRIVATE ...), paths from indexer/
target_sources(nsearch_indexer_objects PRIVATE
  maintenance/backup.cpp
  maintenance/compact.cpp
  maintenance/copy_file.cpp
  maintenance/dump.cpp
  maintenance/kept_files.cpp
  maintenance/reindex.cpp
  maintenance/stored_documents.cpp
  maintenance/write_compacted.cpp)
