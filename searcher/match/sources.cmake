target_sources(nsearch_searcher_objects PRIVATE
  match/alternatives.cpp
  match/compile.cpp
  match/gather.cpp
  match/gathered.cpp
  match/nodes.cpp
  match/outline.cpp
  match/phrase.cpp
  match/ranker.cpp
  match/scale.cpp)
