target_sources(nsearch_common_objects PRIVATE
  resemblance/fold_signature.cpp
  resemblance/minhash.cpp)
