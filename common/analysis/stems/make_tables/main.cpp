// SPDX-License-Identifier: GPL-2.0-or-later

// Writes the tables of stem_tables.h as C++.
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "analysis/stems/make_tables/table.h"

int main(int argc, char** argv) try {
  using namespace nsearch::analysis::make_tables;
  if (argc != 2) throw std::runtime_error("usage: make_stem_tables OUTPUT.cpp");
  std::ofstream out(argv[1]);
  out << "// Made by make_stem_tables from common/analysis/data/stems; edit those.\n"
         "#include \"analysis/stems/stem_tables.h\"\n\nnamespace nsearch::analysis {\n";
  const Dutch dutch;
  out << "namespace dutch {\n";
  dutch.words.write(out, "word_table");
  dutch.plurals.write(out, "plural_table");
  const French french;
  out << "}\nnamespace french {\n";
  french.words.write(out, "word_table");
  french.verb_forms.write(out, "verb_form_table");
  french.verb_stems.write(out, "verb_stem_table");
  french.participles.write(out, "participle_table");
  const German german;
  out << "}\nnamespace german {\n";
  german.verb_forms.write(out, "verb_form_table");
  german.verb_stems.write(out, "verb_stem_table");
  out << "}\n}\n";
  out.close();
  if (!out) throw std::runtime_error(std::string(argv[1]) + ": can't be written");
  return 0;
} catch (const std::exception& e) {
  std::cerr << "make_stem_tables: " << e.what() << '\n';
  return 1;
}
