// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/apostrophes.h"
#include "analysis/arena.h"
#include "analysis/segmenter.h"

namespace nsearch::analysis {

/// How a word hangs on the one before it.
enum class Link : std::uint8_t {
  none,
  connected,  ///< by a hyphen, full stop, apostrophe or the like: Deepseek-V3
  spaced      ///< both are groups of one number: 10 000
};

/// A word, or a number written with separators, as it stands in the text.
struct TextWord {
  std::uint32_t lead = 0;  ///< where the elided articles before it begin, or the word itself
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Link link = Link::none;
  std::string_view value;  ///< the value of a number written with separators, in the arena; else empty
};

/// Reads the words of a text: runs, with elided articles left out and with apostrophes, acronyms and numbers
/// resolved. Independent of the language.
class WordReader {
 public:
  WordReader() : apostrophes_(segmenter_.classes()) {}

  void set_text(std::string_view utf8, Arena& arena);

  /// The next word; false at the end of the text.
  bool next(TextWord& word);

 private:
  enum class Connection : std::uint8_t { none, full_stop, other, elision };

  bool next_plain(TextWord& word);
  std::uint32_t plain_end(std::uint32_t begin) const;
  std::uint32_t after_elision(std::uint32_t begin, std::uint32_t end) const;
  bool ends_word(std::uint32_t end) const;
  void read(Run run, TextWord& word);
  void resolve_number(Run& run, TextWord& word);
  void resolve_acronym(Run& run);
  Connection resolve_connection(Run& run);
  bool is_single_letter(const Run& run) const;
  bool is_geminate(const Run& run) const;

  std::string_view text_;
  Arena* arena_ = nullptr;
  Segmenter segmenter_;
  Apostrophes apostrophes_;
  std::uint32_t at_ = 0;
  Connection connection_ = Connection::none;  // of the word read last with the one after it
  Run following_;                             // that one, where there is a connection
  std::size_t groups_left_ = 0;               // of a number with spaces
  std::uint32_t plain_until_ =
      0;  // digit runs before it belong to a date, version or address: no decimal numbers
};

}  // namespace nsearch::analysis
