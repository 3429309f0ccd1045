// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/fingerprint.h"

#include <xxhash.h>

#include <cstdio>
#include <map>
#include <mutex>
#include <new>
#include <vector>

#include "analysis/arena.h"
#include "analysis/chain.h"
#include "analysis/recorded/recorded_fingerprints.h"
#include "analysis/word_list.h"
#include "nsearch/analyzer.h"

namespace nsearch {
namespace {

/// A digest of a sequence of fields; lengths keep them apart.
class Digest {
 public:
  Digest() : state_(XXH3_createState()) {
    if (state_ == nullptr) throw std::bad_alloc();
    XXH3_64bits_reset(state_);
  }
  ~Digest() { XXH3_freeState(state_); }
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void add(std::uint64_t number) {
    unsigned char bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<unsigned char>(number >> (8 * i));
    XXH3_64bits_update(state_, bytes, sizeof bytes);
  }
  void add(std::string_view text) {
    add(text.size());
    XXH3_64bits_update(state_, text.data(), text.size());
  }

  std::string hexadecimal() const {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(XXH3_64bits_digest(state_)));
    return text;
  }

 private:
  XXH3_state_t* state_;
};

void add_tokens(analysis::Chain& chain, std::string_view text, Digest& digest) {
  std::vector<Token> tokens;
  analysis::Arena arena;
  chain.analyze(text, tokens, arena);
  for (const Token& token : tokens) {
    digest.add(token.surface);
    digest.add(token.exact);
    digest.add(token.stem);
    digest.add(static_cast<std::uint64_t>(token.kind));
    digest.add(token.position);
    digest.add(token.span);
    digest.add(static_cast<std::uint64_t>(token.boundary));
  }
}

}  // namespace

std::string analysis::fingerprint(const LanguageRules& rules) {
  const std::string probe = "probe/" + std::string(rules.profile.code);
  Chain chain(rules);
  Digest digest;
  add_tokens(chain, word_list("probe/general"), digest);
  add_tokens(chain, word_list(probe), digest);
  for (const auto& [form, base] : rules.overrides.entries()) {
    digest.add(form);
    digest.add(base);
  }
  if (rules.stems != nullptr)
    for (const std::string_view list : rules.stems->lists()) digest.add(list);
  if (rules.splitter != nullptr) digest.add(rules.splitter->digest());
  return digest.hexadecimal();
}

namespace {

/// What the build recorded, where this process analyses as the build did; else computed.
std::string current_fingerprint(std::string_view code) {
  const analysis::RecordedFingerprints& recorded = analysis::recorded_fingerprints();
  if (recorded.icu_version == analysis::icu_version())
    for (const analysis::RecordedFingerprint& entry : recorded.entries)
      if (entry.language == code) return std::string(entry.fingerprint);
  return analysis::fingerprint(analysis::language_rules(code));
}

}  // namespace

const std::string& analysis_fingerprint(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::string, std::less<>> known;
  const std::string_view code = analysis::language_profile(language).code;
  const std::lock_guard lock(mutex);
  const auto found = known.find(code);
  if (found != known.end()) return found->second;
  return known.emplace(code, current_fingerprint(code)).first->second;
}

std::string analysis_fingerprint(std::string_view language, const ProtectedWords& protected_words) {
  const std::string& chain = analysis_fingerprint(language);
  if (protected_words.empty()) return chain;
  Digest digest;
  digest.add(chain);
  digest.add(protected_words.text());
  return digest.hexadecimal();
}

}  // namespace nsearch
