# target_sources(nsearch_searcher_objects PRIVATE ...), paths from searcher/
target_sources(nsearch_searcher_objects PRIVATE
  alerts/alert_journal.cpp
  alerts/alert_search.cpp
  alerts/alert_store.cpp
  alerts/alerts.cpp
  alerts/document_sample.cpp
  alerts/evaluation.cpp
  alerts/kept_analysis.cpp
  alerts/new_documents.cpp
  alerts/term_postings.cpp
  alerts/telling.cpp
  alerts/told_shards.cpp)
