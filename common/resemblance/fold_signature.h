// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/export.h"

/// Which documents are copies of one text?
/// =======================================
///
/// Copies share their wording: the overlapping runs of two words ("shingles"; A. Broder, On the Resemblance and
/// Containment of Documents, 1997). So do texts made from one template: the weather, results, the day's markets. But
/// those differ in what they tell, their numbers and names, which copies share. So a document's fold signature, a
/// value of the index, has three sketches (minhash.h): of its shingles, its numbers and its names. Documents whose
/// shingles resemble each other, and whose numbers and names do, are copies.
///
/// Shingles are those of the body, so that another headline makes no other text; a body below short_words is taken
/// with its title. In a text of fewer than `least_words` all of it is the one shingle: only an equal one is a copy.
namespace nsearch::resemblance {

/// A signature's first byte. Raised when the signature of some text changes: signatures of two versions say
/// nothing about each other.
inline constexpr char signature_version = '\x02';

/// What a document tells about itself, gathered word by word. Reused from document to document. Not thread-safe.
class NSEARCH_EXPORT FoldSigner {
 public:
  void clear();
  void add_title(const Token& token);
  /// `text`: the one in which the token's offsets lie.
  void add_body(const Token& token, std::string_view text);
  /// Of what was added; the version alone where that was no word.
  void write(std::string& signature);

 private:
  void add_fact(const Token& token, std::string_view text);
  void make_shingles();

  std::vector<std::uint64_t> title_, words_, numbers_, names_, shingles_;
  bool sentence_start_ = true;
};

/// Estimates, 0 to 1.
struct Resemblance {
  double text = 0;
  double numbers = 1;  ///< 1 where neither has any
  double names = 1;
};

/// How much two documents resemble each other. Nothing but 0 where one has no signature of this version.
NSEARCH_EXPORT Resemblance resemblance(std::string_view signature, std::string_view other);

/// Whether they are copies of one text.
NSEARCH_EXPORT bool are_copies(std::string_view signature, std::string_view other);

/// To find what may be a copy: texts that are agree in the key of at least one band, with a chance of
/// 1 - (1 - J^2)^signature_bands.
inline constexpr std::size_t signature_bands = 48;

/// The key of a band of a signature that has a sketch.
NSEARCH_EXPORT std::uint16_t band_key(std::string_view signature, std::size_t band);

/// Whether a signature is one of this version, and of a document that has words.
NSEARCH_EXPORT bool has_sketch(std::string_view signature);

}  // namespace nsearch::resemblance
