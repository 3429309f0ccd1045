# target_sources(nsearch_common_objects PRIVATE ...), paths from common/
target_sources(nsearch_common_objects PRIVATE
  storage/file_sync.cpp
  storage/index_directory.cpp
  storage/index_lock.cpp
  storage/index_schema.cpp
  storage/open_database.cpp
  storage/record.cpp
  storage/shards.cpp
  storage/stub.cpp
  storage/tombstones.cpp
  storage/xapian_error.cpp
  storage/zstd_frame.cpp)
