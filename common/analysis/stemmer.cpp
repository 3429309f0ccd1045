// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmer.h"

#include <libstemmer.h>

#include <new>
#include <string>

namespace nsearch::analysis {

Stemmer::Stemmer(std::string_view algorithm) {
  if (!algorithm.empty()) stemmer_.reset(sb_stemmer_new(std::string(algorithm).c_str(), "UTF_8"));
}

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

std::string_view Stemmer::stem(std::string_view word) {
  if (!stemmer_ || word.size() > max_word) return word;
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                          static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
  return size == 0 ? word : std::string_view(reinterpret_cast<const char*>(stem), size);
}

}  // namespace nsearch::analysis
