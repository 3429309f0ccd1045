target_sources(nsearch_searcher_objects PRIVATE
  glass/bytes.cpp
  glass/database.cpp
  glass/mapped_file.cpp
  glass/positions.cpp
  glass/posting_list.cpp
  glass/table.cpp
  glass/values.cpp)
