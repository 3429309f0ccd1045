# target_sources(nsearch_searcher_objects PRIVATE ...), paths from searcher/
target_sources(nsearch_searcher_objects PRIVATE
  related/asked_article.cpp
  related/candidates.cpp
  related/cognates.cpp
  related/find_related.cpp
  related/likeness.cpp
  related/ranking.cpp
  related/rarity.cpp
  related/story.cpp
  related/translated_words.cpp)
