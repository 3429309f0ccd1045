target_sources(nsearch_indexer_objects PRIVATE
  reader/byte_source.cpp
  reader/clean_text.cpp
  reader/dump_reader.cpp
  reader/field_map.cpp
  reader/field_text.cpp
  reader/gzip_source.cpp
  reader/json_fault.cpp
  reader/json_field.cpp
  reader/json_lines.cpp
  reader/json_record.cpp
  reader/jsonl_reader.cpp
  reader/line_reader.cpp
  reader/line_wrap.cpp
  reader/registry.cpp
  reader/text_reader.cpp
  reader/utf8.cpp)
