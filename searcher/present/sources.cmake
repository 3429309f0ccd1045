target_sources(nsearch_searcher_objects PRIVATE
  present/document_text.cpp
  present/duplicates_text.cpp
  present/explain_text.cpp
  present/hit_fields.cpp
  present/hit_text.cpp
  present/info_text.cpp
  present/json_presenters.cpp
  present/json_values.cpp
  present/key_terms_text.cpp
  present/list_presenters.cpp
  present/mark.cpp
  present/registry.cpp
  present/related_presenter.cpp
  present/table_presenters.cpp
  present/text_counts.cpp
  present/text_presenter.cpp
  present/timelines_text.cpp)
