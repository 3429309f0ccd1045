add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(NSEARCH_WERROR)
  add_compile_options(-Werror)
endif()
