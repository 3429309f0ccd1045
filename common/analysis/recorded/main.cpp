// SPDX-License-Identifier: GPL-2.0-or-later
// Part of the build: writes the fingerprints of all languages as a C++ source file.
//
//     nsearch_record_fingerprints OUTPUT
#include <fstream>
#include <iostream>

#include "analysis/recorded/recorded_fingerprints.h"
#include "nsearch/analyzer.h"
#include "nsearch/language.h"

namespace nsearch::analysis {

const RecordedFingerprints& recorded_fingerprints() {
  static const RecordedFingerprints none;
  return none;
}

}  // namespace nsearch::analysis

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: nsearch_record_fingerprints OUTPUT\n";
    return 2;
  }
  std::ofstream out(argv[1]);
  out << "// SPDX-License-Identifier: GPL-2.0-or-later\n"
         "// Made by the build: nsearch_record_fingerprints.\n"
         "#include \"analysis/recorded/recorded_fingerprints.h\"\n\n"
         "namespace nsearch::analysis {\n\n"
         "const RecordedFingerprints& recorded_fingerprints() {\n"
         "  static constexpr RecordedFingerprint entries[] = {\n";
  const auto entry = [&](std::string_view code) {
    out << "      {\"" << code << "\", \"" << nsearch::analysis_fingerprint(code) << "\"},\n";
  };
  for (const nsearch::LanguageInfo& language : nsearch::languages()) entry(language.code);
  entry("und");
  out << "  };\n"
         "  static constexpr RecordedFingerprints all{\""
      << nsearch::analysis::icu_version()
      << "\", entries};\n"
         "  return all;\n"
         "}\n\n"
         "}  // namespace nsearch::analysis\n";
  out.close();
  if (out) return 0;
  std::cerr << argv[1] << ": not written\n";
  return 1;
}
