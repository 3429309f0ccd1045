// SPDX-License-Identifier: GPL-2.0-or-later
#include <libstemmer.h>

#include <memory>

#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "quality/conflation.h"

namespace nsearch::quality {
namespace {

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

}  // namespace

Stem analyzer_stem(const std::string& language) {
  const auto analyzer = std::make_shared<Analyzer>(language);
  const auto text = std::make_shared<AnalyzedText>();
  return [analyzer, text](const std::string& form) {
    analyzer->analyze(form, *text);
    std::string stems;
    for (const Token& token : text->tokens()) {
      if (token.kind == TokenKind::joined || token.kind == TokenKind::compound_part) continue;
      stems += token.stem.empty() ? token.surface : token.stem;
      stems += ' ';
    }
    return stems.empty() ? form : stems;
  };
}

Stem snowball_stem(const std::string& algorithm) {
  const std::shared_ptr<sb_stemmer> stemmer(sb_stemmer_new(algorithm.c_str(), "UTF_8"), DeleteStemmer());
  if (!stemmer) throw Error(ErrorCode::usage, "libstemmer has no stemmer named " + algorithm);
  return [stemmer](const std::string& form) {
    const auto* text = reinterpret_cast<const sb_symbol*>(form.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer.get(), text, static_cast<int>(form.size()));
    if (stem == nullptr) throw std::bad_alloc();
    return std::string(reinterpret_cast<const char*>(stem),
                       static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
  };
}

}  // namespace nsearch::quality
