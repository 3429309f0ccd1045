// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/elision.h"

#include <algorithm>
#include <array>

#include "byte_scan.h"

namespace nsearch::analysis {
namespace {

/// When a particle counts as elided.
enum class Before : std::uint8_t {
  vowel,    ///< before a vowel, h, y, a digit or another script only: L'viv, M'bappé and N'Djamena are names
  anything  ///< always
};

struct Particle {
  std::string_view text;
  Before before;
};

/// Sorted.
constexpr std::array particles = {
    Particle{"agl", Before::anything},     // Italian agli
    Particle{"alcun", Before::vowel},      // Italian alcuna
    Particle{"all", Before::anything},     // alla, allo
    Particle{"anch", Before::vowel},       // Italian anche
    Particle{"c", Before::vowel},          // French ce, Italian ci
    Particle{"ch", Before::vowel},         // Italian che
    Particle{"ciascun", Before::vowel},    // Italian ciascuna
    Particle{"coll", Before::anything},    // colla
    Particle{"com", Before::vowel},        // Italian come
    Particle{"cos", Before::vowel},        // Italian cosa
    Particle{"d", Before::anything},       // de, di; Luxembourgish d'Regierung
    Particle{"dagl", Before::anything},    // dagli
    Particle{"dall", Before::anything},    // dalla
    Particle{"degl", Before::anything},    // degli
    Particle{"dell", Before::anything},    // della
    Particle{"dov", Before::vowel},        // Italian dove
    Particle{"entr", Before::anything},    // French entre
    Particle{"gl", Before::anything},      // Italian gli
    Particle{"j", Before::vowel},          // French je
    Particle{"jusqu", Before::anything},   //
    Particle{"l", Before::vowel},          // le, la, lo, el
    Particle{"lorsqu", Before::anything},  //
    Particle{"m", Before::vowel},          // me, mi
    Particle{"n", Before::vowel},          // ne, Catalan en
    Particle{"negl", Before::anything},    // Italian negli
    Particle{"nell", Before::anything},    // nella
    Particle{"nessun", Before::vowel},     // Italian nessuna
    Particle{"ognun", Before::vowel},      // Italian ognuna
    Particle{"presqu", Before::anything},  // French presque
    Particle{"puisqu", Before::anything},  //
    Particle{"qu", Before::anything},      //
    Particle{"qualcun", Before::vowel},    // Italian qualcuna
    Particle{"quand", Before::vowel},      // Italian quando
    Particle{"quell", Before::anything},   // Italian quella
    Particle{"quelqu", Before::anything},  //
    Particle{"quest", Before::anything},   // Italian questa
    Particle{"quoiqu", Before::anything},  //
    Particle{"s", Before::vowel},          // se, si
    Particle{"senz", Before::vowel},       // Italian senza
    Particle{"sugl", Before::anything},    // Italian sugli
    Particle{"sull", Before::anything},    // sulla
    Particle{"t", Before::vowel},          // te, ti
    Particle{"un", Before::anything},      // Italian una
    Particle{"v", Before::vowel},          // Italian vi
};

constexpr bool by_text(const Particle& a, const Particle& b) {
  return a.text < b.text;
}
static_assert(std::is_sorted(particles.begin(), particles.end(), by_text));

/// A bit for each letter that is a particle.
constexpr std::uint32_t single_letters = [] {
  std::uint32_t letters = 0;
  for (const Particle& particle : particles)
    if (particle.text.size() == 1) letters |= 1u << (particle.text[0] - 'a');
  return letters;
}();

bool is_consonant(std::int32_t c) {
  constexpr std::string_view consonants = "bcdfgjklmnpqrstvwxz";
  return c < 0x80 && consonants.find(static_cast<char>(c)) != consonants.npos;
}

}  // namespace

bool is_elided(std::string_view particle, std::int32_t next) {
  const auto found =
      std::lower_bound(particles.begin(), particles.end(), particle,
                       [](const Particle& row, std::string_view text) { return row.text < text; });
  if (found == particles.end() || found->text != particle) return false;
  return found->before == Before::anything || !is_consonant(next);
}

bool is_short_particle(std::string_view word) {
  const auto small = [&](std::size_t i) { return word[i] | 0x20; };
  if (word.size() == 1) return is_ascii_letter(word[0]) && (single_letters >> (small(0) - 'a') & 1) != 0;
  return word.size() == 2 && small(0) == 'q' && small(1) == 'u';
}

}  // namespace nsearch::analysis
