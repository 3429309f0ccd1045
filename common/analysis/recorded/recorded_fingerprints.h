// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace nsearch::analysis {

/// A language's fingerprint as the build computed it.
struct RecordedFingerprint {
  std::string_view language;
  std::string_view fingerprint;
};

/// What the build computed, with the ICU that it computed it with: opening an index then costs no analysis of
/// probe texts. Both are empty in the program that computes them.
struct RecordedFingerprints {
  std::string_view icu_version;  ///< see icu_version()
  std::span<const RecordedFingerprint> entries;
};
const RecordedFingerprints& recorded_fingerprints();

/// The version of the ICU library that this process runs with, and of its Unicode. Another one than the build's may
/// analyse otherwise. (Another libstemmer has another name for the linker, and needs another build.)
std::string_view icu_version();

}  // namespace nsearch::analysis
