# target_sources(nsearch_common_objects PRIVATE ...), paths from common/
target_sources(nsearch_common_objects PRIVATE
  document/calendar.cpp
  document/document_id.cpp
  document/format_date.cpp
  document/parse_date.cpp)
