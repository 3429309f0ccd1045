# target_sources(nsearch_searcher_objects PRIVATE ...), paths from searcher/
target_sources(nsearch_searcher_objects PRIVATE
  query/characters.cpp
  query/diagnostic.cpp
  query/fields.cpp
  query/lexer.cpp
  query/lexer_fields.cpp
  query/lexer_marks.cpp
  query/lexer_script.cpp
  query/operators.cpp
  query/outline.cpp
  query/parse_query.cpp
  query/parser.cpp
  query/parser_names.cpp
  query/parser_proximity.cpp
  query/parser_remarks.cpp
  query/print.cpp
  query/render.cpp
  query/tree.cpp)
target_sources(nsearch_searcher_objects PRIVATE
  query/accent_variants.cpp
  query/form_ranges.cpp
  query/planner.cpp
  query/planner_analysis.cpp
  query/planner_bag.cpp
  query/planner_checked_bag.cpp
  query/planner_dates.cpp
  query/planner_filters.cpp
  query/planner_marks.cpp
  query/planner_positions.cpp
  query/planner_unplanned.cpp
  query/planner_vocabulary.cpp
  query/planner_windows.cpp
  query/planner_words.cpp
  query/time_zone.cpp
  query/vocabulary_walk.cpp
  query/word_expansion.cpp
  query/written_date.cpp)
