// SPDX-License-Identifier: GPL-2.0-or-later
#include "resemblance/fold_signature.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xxhash.h>

#include <algorithm>
#include <span>

#include "resemblance/minhash.h"

namespace nsearch::resemblance {

namespace {

constexpr std::size_t shingle_words = 2;
constexpr std::size_t least_words = 8;
constexpr std::size_t short_words = 30;
constexpr std::size_t most_facts = 24;  // of a kind

// Chosen on the development half of the pairs of docs/quality.md.
constexpr double least_text = 0.42;
constexpr double least_numbers = 0.4;
constexpr double least_names = 0.4;
constexpr std::size_t telling_facts = 4;  // fewer, in both together, tell nothing

std::uint64_t hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

bool begins_with_capital(std::string_view word) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  if (word.empty()) return false;
  if (bytes[0] < 0x80) return bytes[0] >= 'A' && bytes[0] <= 'Z';
  std::size_t at = 0;
  UChar32 character = 0;
  U8_NEXT(bytes, at, word.size(), character);
  return character >= 0 && u_isupper(character);
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void append(std::string& signature, const std::vector<std::uint16_t>& hashes) {
  signature += static_cast<char>(hashes.size());
  for (const std::uint16_t hash : hashes) {
    signature += static_cast<char>(hash >> 8);
    signature += static_cast<char>(hash & 0xff);
  }
}

/// The parts of a signature, read as it was written.
struct Parts {
  const std::uint8_t* text = nullptr;  // sketch_bins of them; none: no sketch
  std::vector<std::uint16_t> numbers, names;
};

std::size_t read(std::string_view signature, std::size_t at, std::vector<std::uint16_t>& hashes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(signature[i]); };
  if (at >= signature.size()) return at;
  const std::size_t number = std::min<std::size_t>(byte(at), (signature.size() - at - 1) / 2);
  hashes.reserve(number);
  for (std::size_t i = 0; i < number; ++i) {
    hashes.push_back(static_cast<std::uint16_t>(byte(at + 1 + 2 * i) << 8 | byte(at + 2 + 2 * i)));
  }
  return at + 1 + 2 * number;
}

const std::uint8_t* text_of(std::string_view signature) {
  return reinterpret_cast<const std::uint8_t*>(signature.data()) + 1;
}

Parts parts_of(std::string_view signature) {
  Parts parts;
  parts.text = text_of(signature);
  read(signature, read(signature, 1 + sketch_bins, parts.numbers), parts.names);
  return parts;
}

double share(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) {
  const Shared shared = shared_hashes(a, b, most_facts);
  if (shared.of < telling_facts) return 1;
  return static_cast<double>(shared.common) / static_cast<double>(shared.of);
}

}  // namespace

void FoldSigner::clear() {
  for (auto* list : {&title_, &words_, &numbers_, &names_, &shingles_}) list->clear();
  sentence_start_ = true;
}

void FoldSigner::add_title(const Token& token) {
  title_.push_back(hash_of(token.surface));
}

void FoldSigner::add_body(const Token& token, std::string_view text) {
  words_.push_back(hash_of(token.surface));
  add_fact(token, text);
  sentence_start_ = token.boundary != Boundary::none;
}

/// A number, or a word that is written with a capital within a sentence.
void FoldSigner::add_fact(const Token& token, std::string_view text) {
  if (token.kind == TokenKind::number || has_digit(token.surface)) {
    numbers_.push_back(mix(words_.back()));
  } else if (!sentence_start_ && begins_with_capital(text.substr(token.begin))) {
    names_.push_back(mix(words_.back()));
  }
}

void FoldSigner::make_shingles() {
  if (words_.size() < short_words) words_.insert(words_.begin(), title_.begin(), title_.end());
  const std::size_t length = words_.size() < least_words ? words_.size() : shingle_words;
  for (std::size_t i = 0; i + length <= words_.size(); ++i) {
    std::uint64_t hash = length;
    for (std::size_t j = i; j < i + length; ++j) hash = (hash ^ words_[j]) * 0x9e3779b97f4a7c15u;
    shingles_.push_back(mix(hash));
  }
}

void FoldSigner::write(std::string& signature) {
  signature.assign(1, signature_version);
  if (words_.empty()) return;
  make_shingles();
  const BinnedSketch sketch = binned_sketch(shingles_);
  signature.append(sketch.begin(), sketch.end());
  append(signature, smallest_hashes(numbers_, most_facts));
  append(signature, smallest_hashes(names_, most_facts));
}

static_assert(signature_bands * 2 == sketch_bins);

std::uint16_t band_key(std::string_view signature, std::size_t band) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(signature[i]); };
  return static_cast<std::uint16_t>(byte(1 + 2 * band) << 8 | byte(2 + 2 * band));
}

bool has_sketch(std::string_view signature) {
  return signature.size() > sketch_bins && signature.front() == signature_version;
}

Resemblance resemblance(std::string_view signature, std::string_view other) {
  if (!has_sketch(signature) || !has_sketch(other)) return {0, 0, 0};
  const Parts a = parts_of(signature), b = parts_of(other);
  return {resemblance_of(agreeing_bins(a.text, b.text)), share(a.numbers, b.numbers),
          share(a.names, b.names)};
}

bool are_copies(std::string_view signature, std::string_view other) {
  if (!has_sketch(signature) || !has_sketch(other)) return false;
  // Most that are compared differ here already, and the facts take much longer to read.
  if (resemblance_of(agreeing_bins(text_of(signature), text_of(other))) < least_text) return false;
  const Resemblance found = resemblance(signature, other);
  return found.numbers >= least_numbers && found.names >= least_names;
}

}  // namespace nsearch::resemblance
