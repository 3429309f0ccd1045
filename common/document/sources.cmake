# target_sources(nsearch_common_objects PRIVATE ...), paths from common/
target_sources(nsearch_common_objects PRIVATE
  document/calendar.cpp
  document/date_text.cpp
  document/date_words.cpp
  document/document_id.cpp
  document/format_date.cpp
  document/parse_date.cpp
  document/written_date.cpp)
