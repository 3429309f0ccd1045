// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/fold.h"

#include "analysis/accent_fold.h"
#include "analysis/normalizer.h"
#include "analysis/utf8.h"

namespace nsearch {
namespace {

std::string replace_malformed(std::string_view utf8) {
  std::string valid;
  for (std::size_t at = 0; at < utf8.size();) {
    const analysis::Decoded next = analysis::decode(utf8, at);
    valid.append(next.value == analysis::malformed ? "\uFFFD" : utf8.substr(at, next.length));
    at += next.length;
  }
  return valid;
}

}  // namespace

std::string fold(std::string_view utf8) {
  std::string cased;
  analysis::nfkc_casefold(replace_malformed(utf8), cased);
  std::string folded;
  analysis::fold_accents(cased, folded);
  return folded;
}

}  // namespace nsearch
