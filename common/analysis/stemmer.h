// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

struct sb_stemmer;

namespace nsearch::analysis {

/// A Snowball stemmer (libstemmer). Not thread-safe.
class Stemmer {
 public:
  /// Words longer than this are their own stem: no language has such words, and some stemmers take time that
  /// grows with the square of the length.
  static constexpr std::size_t max_word = 160;

  /// `algorithm`: "french", ...; empty, or unknown to this libstemmer: words are their own stems.
  explicit Stemmer(std::string_view algorithm);

  /// Valid until the next call. Never empty for a word that isn't.
  std::string_view stem(std::string_view word);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace nsearch::analysis
