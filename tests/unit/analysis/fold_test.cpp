// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/fold.h"

#include <catch2/catch.hpp>

#include "analysis/accent_fold.h"
#include "analysis/letter_folds.h"
#include "analysis/normalizer.h"
#include "analysis/utf8.h"

namespace nsearch {
namespace {

TEST_CASE("a name is folded as a whole") {
  CHECK(fold("Agence Française de Presse") == "agence francaise de presse");
  CHECK(fold("L’Écho, nº 5") == "l’echo, no 5");
  CHECK(fold("") == "");
  CHECK(fold("\xff!") == "\uFFFD!");
}

TEST_CASE("Latin letters that don't decompose fold as people type them") {
  CHECK(fold("ŒUVRE Ærø Łódź Đà Þór Straße ıİ ħ ŧ ŋ ﬁ Ĳs ŀ") ==
        "oeuvre aero lodz da thor strasse ii h t n fi ijs l·");
}

TEST_CASE("NFC and NFD give the same bytes") {
  CHECK(fold("e\u0301te\u0301 A\u030A") == fold("été Å"));
  CHECK(fold("и\u0306 е\u0308") == fold("й ё"));
}

TEST_CASE("each script by its own rules") {
  CHECK(fold("ΑΘΉΝΑΣ ἄνθρωπος") == "αθηνασ ανθρωποσ");
  CHECK(fold("ЁЛКА йод Їжак мо́ре ѓ") == "елка йод їжак море ѓ");
  CHECK(fold("مُحَمَّد أحمد آسيا ـكتاب مؤتمر") == "محمد احمد اسيا كتاب مؤتمر");
  CHECK(fold("שָׁלוֹם") == "שלום");
  CHECK(fold("हिन्दी தமிழ்") == "हिन्दी தமிழ்");
  CHECK(fold("がパ") == "がパ");
}

TEST_CASE("folding what is folded changes nothing") {
  for (const char* text : {"Ünïcôdé ŒÆß", "ЁЛКА Їжак", "Ελλάδα", "مُحَمَّد", "한국어", "がパ"}) {
    const std::string once = fold(text);
    CHECK(fold(once) == once);
  }
}

TEST_CASE("the letter-by-letter way gives what the general way gives") {
  analysis::LetterFolds folds;
  std::size_t simple = 0;
  for (std::int32_t c = 0x80; c < 0x530; ++c) {
    const analysis::LetterFolds::Fold* letter = folds.of(c);
    if (letter == nullptr) continue;
    ++simple;
    std::string text;
    analysis::append_utf8(c, text);
    std::string exact;
    analysis::nfkc_casefold(text, exact);
    std::string surface;
    analysis::fold_accents(exact, surface);
    CHECK(letter->exact_form() == exact);
    CHECK(letter->surface_form() == surface);
    CHECK(folds.of(c) == letter);
  }
  CHECK(simple > 700);
  CHECK(folds.of(U'é')->surface_form() == "e");
  CHECK(folds.of(U'É')->upper);
  CHECK(folds.of(0x301) == nullptr);
  CHECK(folds.of(U'ŀ') == nullptr);  // l and a middle dot
}

TEST_CASE("base letters") {
  CHECK(analysis::base_letters(U'É') == "e");
  CHECK(analysis::base_letters(U'Œ') == "oe");
  CHECK(analysis::base_letters('L') == "l");
  CHECK(analysis::base_letters(U'Я') == "я");
}

}  // namespace
}  // namespace nsearch
