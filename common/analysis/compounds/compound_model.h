// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What the splitter and the tool that makes its lexicon agree on. Costs are in eighths of a bit: the cost of
/// a part is -8 log2 of its share among all first (or last) parts of the compounds in the dictionary.
namespace nsearch::analysis {

inline constexpr int cost_unit = 8;
inline constexpr std::uint8_t no_cost = 255;  ///< the word can't stand there

inline constexpr std::size_t shortest_compound = 6;
inline constexpr std::size_t longest_compound = 60;
inline constexpr std::size_t shortest_part = 2;
inline constexpr std::size_t shortest_last_part = 3;

/// Words are compared in letters of one byte: the base letter of a Latin one; 0 where there is none, as for ß,
/// which case folding makes ss.
constexpr char plain_letter(std::uint32_t c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c);
  constexpr std::string_view latin = "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y";  // U+00E0 to U+00FF
  constexpr std::string_view letters(latin.data(), 32);
  if (c >= 0xE0 && c <= 0xFF) return letters[c - 0xE0];
  return 0;
}

/// FNV-1a, a letter at a time.
inline constexpr std::uint32_t hash_seed = 2166136261U;
constexpr std::uint32_t hash_step(std::uint32_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
}
/// The low bits of FNV-1a mix badly for the last letters.
constexpr std::uint32_t hash_end(std::uint32_t hash) {
  return hash ^ (hash >> 15);
}

struct Linker {
  std::string_view letters;
  int cost;
};

/// The lexicon as it is compiled in. A slot is 0 or 1 + the place of an entry in `entries`, with twelve bits
/// of the hash above (offset_bits). An entry: its length (whole_flag added where the word is never split),
/// its cost as a first part, its cost as the last, its letters.
struct CompoundLexicon {
  static constexpr unsigned offset_bits = 20;
  static constexpr std::uint8_t whole_flag = 0x80;

  const std::uint32_t* slots;
  std::uint32_t slot_mask;
  const unsigned char* entries;
  const Linker* linkers;  ///< the first is empty
  std::size_t linker_count;
  int lexicalised;  ///< a word of compounds that costs less as a part is not split itself
  std::string_view digest;
};

}  // namespace nsearch::analysis
