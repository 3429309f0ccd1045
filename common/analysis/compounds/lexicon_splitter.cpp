// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/compounds/lexicon_splitter.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "analysis/compounds/lexicons.h"
#include "analysis/utf8.h"
#include "prefetch.h"

namespace nsearch::analysis {
namespace {

/// A word in letters of one byte, and where each was.
struct PlainWord {
  std::array<char, longest_compound> letters;
  std::array<std::uint16_t, longest_compound + 1> offsets;
  std::size_t size = 0;

  /// False where the word can be no compound: too short, too long, or of other letters.
  bool read(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const Decoded next = decode(word, at);
      const char letter = next.value < 0 ? '\0' : plain_letter(static_cast<std::uint32_t>(next.value));
      if (letter == '\0' || size == longest_compound) return false;
      letters[size] = letter;
      offsets[size++] = static_cast<std::uint16_t>(at);
      at += next.length;
    }
    offsets[size] = static_cast<std::uint16_t>(word.size());
    return size >= shortest_compound;
  }
};

const unsigned char* find(const CompoundLexicon& lexicon, const char* letters, std::size_t size,
                          std::uint32_t hash) {
  hash = hash_end(hash);
  const std::uint32_t tag = hash >> CompoundLexicon::offset_bits;
  for (std::uint32_t slot = hash & lexicon.slot_mask;; slot = (slot + 1) & lexicon.slot_mask) {
    const std::uint32_t held = lexicon.slots[slot];
    if (held == 0) return nullptr;
    if (held >> CompoundLexicon::offset_bits != tag) continue;
    const unsigned char* entry = lexicon.entries + (held & ((1U << CompoundLexicon::offset_bits) - 1)) - 1;
    if ((entry[0] & ~CompoundLexicon::whole_flag) == static_cast<int>(size) &&
        std::memcmp(entry + 3, letters, size) == 0)
      return entry;
  }
}

/// The search for the cheapest reading.
class Reading {
 public:
  Reading(const CompoundLexicon& lexicon, const PlainWord& word) : lexicon_(lexicon), word_(word) {
    costs_.fill(unreached);
    costs_[0] = 0;
  }

  /// Whether there is one that is cheap enough.
  bool search() {
    for (std::size_t begin = 0; begin + shortest_last_part <= word_.size; ++begin)
      if (costs_[begin] != unreached && !read_parts(begin)) return false;
    constexpr int base = 20 * cost_unit;
    constexpr int per_letter = 2 * cost_unit;
    return last_begin_ > 0 && cost_ <= base + per_letter * static_cast<int>(word_.size);
  }

  /// Calls `use(begin, end)` for each part, from the last to the first.
  template <typename Use>
  void for_each_part_backwards(Use use) const {
    use(last_begin_, word_.size);
    for (std::size_t at = last_begin_; at > 0; at = steps_[at].begin) use(steps_[at].begin, steps_[at].end);
  }

 private:
  static constexpr int unreached = 1 << 30;
  struct Step {
    std::uint8_t begin, end;  // of the part that leads there
  };

  /// Whether `entry`, with which the word begins, says that it is not split; `left` letters follow. Listed
  /// words are not, and lexicalised compounds: those that many compounds are made of (voetbal, vliegtuig).
  bool is_whole(const unsigned char* entry, std::size_t left) const {
    constexpr std::size_t longest_ending = 3;
    if ((entry[0] & CompoundLexicon::whole_flag) != 0 && left <= longest_ending) return true;
    return left == 0 && std::min(entry[1], entry[2]) < lexicon_.lexicalised;
  }

  /// Asks for all that read_parts() will look at: the lexicon is larger than the fastest caches.
  void prefetch_parts(std::size_t begin) const {
    std::uint32_t hash = hash_seed;
    for (std::size_t end = begin; end < word_.size;) {
      hash = hash_step(hash, word_.letters[end++]);
      prefetch(&lexicon_.slots[hash_end(hash) & lexicon_.slot_mask]);
    }
  }

  /// The parts that begin at `begin`. False where the whole is a word that is not split.
  bool read_parts(std::size_t begin) {
    prefetch_parts(begin);
    std::uint32_t hash = hash_seed;
    for (std::size_t end = begin; end < word_.size;) {
      hash = hash_step(hash, word_.letters[end++]);
      const std::size_t size = end - begin;
      if (size < shortest_part) continue;
      const unsigned char* entry = find(lexicon_, &word_.letters[begin], size, hash);
      if (entry == nullptr) continue;
      if (begin == 0 && is_whole(entry, word_.size - end)) return false;
      if (entry[1] != no_cost) add_first(begin, end, costs_[begin] + entry[1]);
      if (end == word_.size && begin > 0 && entry[2] != no_cost) add_last(begin, costs_[begin] + entry[2]);
    }
    return true;
  }

  void add_first(std::size_t begin, std::size_t end, int cost) {
    for (std::size_t i = 0; i < lexicon_.linker_count; ++i) {
      const Linker& linker = lexicon_.linkers[i];
      const std::size_t next = end + linker.letters.size();
      if (next + shortest_last_part > word_.size) continue;
      if (std::string_view(&word_.letters[end], linker.letters.size()) != linker.letters) continue;
      if (cost + linker.cost >= costs_[next]) continue;
      costs_[next] = cost + linker.cost;
      steps_[next] = {static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(end)};
    }
  }

  void add_last(std::size_t begin, int cost) {
    if (cost >= cost_) return;
    cost_ = cost;
    last_begin_ = begin;
  }

  const CompoundLexicon& lexicon_;
  const PlainWord& word_;
  std::array<int, longest_compound + 1> costs_;
  std::array<Step, longest_compound + 1> steps_;
  int cost_ = unreached;
  std::size_t last_begin_ = 0;
};

}  // namespace

void LexiconSplitter::split(std::string_view word, std::vector<std::string>& parts) const {
  parts.clear();
  PlainWord plain;
  if (!plain.read(word)) return;
  Reading reading(lexicon_, plain);
  if (!reading.search()) return;
  reading.for_each_part_backwards([&](std::size_t begin, std::size_t end) {
    parts.emplace_back(word.substr(plain.offsets[begin], plain.offsets[end] - plain.offsets[begin]));
  });
  std::reverse(parts.begin(), parts.end());
}

const CompoundSplitter* dutch_compounds() {
  static const LexiconSplitter splitter(dutch_compound_lexicon);
  return &splitter;
}

const CompoundSplitter* german_compounds() {
  static const LexiconSplitter splitter(german_compound_lexicon);
  return &splitter;
}

}  // namespace nsearch::analysis
