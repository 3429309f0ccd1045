// SPDX-License-Identifier: GPL-2.0-or-later
#include "content_digest.h"

#include <xxhash.h>

#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>

#include "storage/index_schema.h"

namespace nsearch::indexer {
namespace {

class Digest {
 public:
  Digest() : state_(XXH3_createState(), XXH3_freeState) {
    if (!state_) throw std::bad_alloc();
    XXH3_128bits_reset(state_.get());
  }
  void add(std::uint64_t number) { XXH3_128bits_update(state_.get(), &number, sizeof number); }
  /// Its length first, so that no two lists of fields run together into the same bytes.
  void add(std::string_view text) {
    add(text.size());
    XXH3_128bits_update(state_.get(), text.data(), text.size());
  }
  std::string hex() const;

 private:
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state_;
};

std::string Digest::hex() const {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(state_.get()));
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned char byte : bytes.digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace

std::string content_digest(const Document& document, const WriterOptions& options) {
  Digest digest;
  digest.add(schema::format_version);
  digest.add(decision_version);
  for (const std::string* field :
       {&document.id, &document.url, &document.title, &document.body, &document.language, &document.date,
        &document.source, &document.author, &document.origin.path}) {
    digest.add(*field);
  }
  digest.add(document.facets.size());
  for (const auto& [name, value] : document.facets) {
    digest.add(name);
    digest.add(value);
  }
  digest.add(options.language);
  for (const std::string& candidate : options.candidates) digest.add(candidate);
  return digest.hex();
}

}  // namespace nsearch::indexer
