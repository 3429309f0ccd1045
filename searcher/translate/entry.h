// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nsearch::searcher {

/// A word of one language and what it is in another.
struct DictionaryEntry {
  struct Translation {
    std::string text;
    double share = 0;  ///< of the entry; all of them add up to 1
  };

  std::string headword;
  std::vector<Translation> translations;
};

/// The entry's text in a dictionary of dictd's format, as FreeDict writes it:
///
///     arracher /araʃe/ <v>             the headword, how it is spoken, its part of speech
///     1. ontwortelen                   a sense's translations, parted by commas or semicolons
///     2. ontrukken, wegscheuren
///     Arracher par force               below them a gloss in the headword's language: passed over
///      Synonym: {extraire}             likewise notes, references and examples
///
/// `key`: the headword as the index has it (folded), which stands where the first line is none. No translation
/// where the text holds none. Senses share the weight alike, and so do the translations of a sense.
DictionaryEntry parse_dictd_entry(std::string_view text, std::string_view key);

/// A line "word TAB a|b|c". False where it is none; `problem` then says why.
bool parse_tsv_entry(std::string_view line, DictionaryEntry& entry, std::string& problem);

bool is_utf8(std::string_view text);

}  // namespace nsearch::searcher
