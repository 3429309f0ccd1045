# Makes the lexicons of the compound splitters from Debian's word lists and analysis/data/compounds/.
add_executable(nsearch_compound_lexicon
  analysis/compounds/lexicon/main.cpp
  analysis/compounds/lexicon/part_counts.cpp
  analysis/compounds/lexicon/rules.cpp)
target_include_directories(nsearch_compound_lexicon PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_options(nsearch_compound_lexicon PRIVATE -O2)

function(compound_lexicon name dictionary package rules)
  if(NOT EXISTS ${dictionary})
    message(FATAL_ERROR "${dictionary} is missing: install the Debian package ${package} (scripts/install-packages build)")
  endif()
  set(lexicon ${CMAKE_CURRENT_BINARY_DIR}/${name}_compound_lexicon.cpp)
  set(rules ${CMAKE_CURRENT_SOURCE_DIR}/analysis/data/compounds/${rules})
  add_custom_command(OUTPUT ${lexicon}
    COMMAND nsearch_compound_lexicon ${name} ${dictionary} ${rules} ${lexicon}
    DEPENDS nsearch_compound_lexicon ${dictionary} ${rules}
    COMMENT "Making the ${name} compound lexicon"
    VERBATIM)
  target_sources(nsearch_common_objects PRIVATE ${lexicon})
endfunction()

compound_lexicon(german /usr/share/dict/ngerman wngerman de.rules)
compound_lexicon(dutch /usr/share/dict/dutch wdutch nl.rules)
target_sources(nsearch_common_objects PRIVATE analysis/compounds/lexicon_splitter.cpp)
