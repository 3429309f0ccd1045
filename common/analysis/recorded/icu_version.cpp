// SPDX-License-Identifier: GPL-2.0-or-later
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <string>

#include "analysis/recorded/recorded_fingerprints.h"

namespace nsearch::analysis {
namespace {

std::string current_version() {
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, text);
  std::string all = text;
  u_getUnicodeVersion(version);
  u_versionToString(version, text);
  return all + '/' + text;
}

}  // namespace

std::string_view icu_version() {
  static const std::string version = current_version();
  return version;
}

}  // namespace nsearch::analysis
