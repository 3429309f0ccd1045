target_sources(nsearch_common_objects PRIVATE
  glass/bytes.cpp
  glass/database.cpp
  glass/kept_list.cpp
  glass/kept_lists.cpp
  glass/kept_unions.cpp
  glass/mapped_file.cpp
  glass/positions.cpp
  glass/posting_list.cpp
  glass/shards.cpp
  glass/table.cpp
  glass/term_walk.cpp
  glass/value_beginnings.cpp
  glass/values.cpp
  glass/version.cpp)
