# target_sources(nsearch_searcher_objects PRIVATE ...), paths from searcher/
target_sources(nsearch_searcher_objects PRIVATE
  translate/dictd_index.cpp
  translate/dictionaries.cpp
  translate/dictionary.cpp
  translate/endings.cpp
  translate/entry.cpp
  translate/gzip_file.cpp
  translate/import.cpp
  translate/source.cpp
  translate/table.cpp)
