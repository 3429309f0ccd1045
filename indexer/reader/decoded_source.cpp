// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/decoded_source.h"

#include <algorithm>
#include <utility>

#include "nsearch/error.h"
#include "reader/utf8.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;
constexpr std::string_view mark = "\xEF\xBB\xBF";

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

DecodedSource::DecodedSource(ByteSource& source, std::string declared)
    : source_(source), declared_(std::move(declared)) {}

bool DecodedSource::next(std::string& text) {
  text.clear();
  piece_decoded_ = decoded_;
  piece_input_ = input_;
  while (text.empty() && fetch()) {
    if (!begun_) decide(pending_);
    const std::size_t taken = decode(text);
    pending_.erase(0, taken);
    input_ += taken;
    if (!begun_ && std::string_view(text).substr(0, mark.size()) == mark) {
      text.erase(0, mark.size());
      mark_ = mark.size();
    }
    begun_ = begun_ || taken > 0;
    if (ended_ && pending_.empty()) break;
  }
  decoded_ += text.size();
  return !text.empty();
}

/// Fills up what is pending; false: nothing is left.
bool DecodedSource::fetch() {
  while (!ended_ && pending_.size() < chunk) {
    const std::size_t have = pending_.size();
    pending_.resize(chunk);
    std::size_t count = 0;
    try {
      count = source_.read(pending_.data() + have, chunk - have);
    } catch (const Error&) {
      trouble_ = std::current_exception();  // for when what came before it is given
    }
    pending_.resize(have + count);
    ended_ = count == 0;
  }
  if (pending_.empty() && trouble_) std::rethrow_exception(std::exchange(trouble_, nullptr));
  return !pending_.empty();
}

void DecodedSource::decide(std::string_view bytes) {
  charset_ = find_charset(bytes, declared_);
  decided_ = !is_ascii(bytes);
  if (charset_.charset != "UTF-8") converter_.emplace(charset_.charset);
}

/// Appends what can be decoded of the pending bytes; gives how many these are.
std::size_t DecodedSource::decode(std::string& text) {
  if (!converter_) return decode_utf8(text);
  converter_->append(pending_, ended_, text);
  return pending_.size();
}

std::size_t DecodedSource::decode_utf8(std::string& text) {
  constexpr std::size_t longest_character = 4;
  const std::size_t fault = find_invalid_utf8(pending_);
  if (fault == std::string::npos) {
    decided_ = decided_ || !is_ascii(pending_);
    text = pending_;
    return pending_.size();
  }
  const bool cut = !ended_ && pending_.size() - fault < longest_character &&
                   may_be_text(std::string_view(pending_).substr(fault));
  if (cut && fault > 0) {
    decided_ = decided_ || !is_ascii(std::string_view(pending_).substr(0, fault));
    text.assign(pending_, 0, fault);
    return fault;
  }
  if (!decided_) charset_ = find_charset(pending_, declared_);
  converter_.emplace(charset_.charset);
  return decode(text);
}

std::uint64_t DecodedSource::input_offset(std::uint64_t decoded) const {
  if (!converter_) return decoded + mark_;
  return std::min(piece_input_ + (decoded > piece_decoded_ ? decoded - piece_decoded_ : 0), input_);
}

std::string DecodedSource::note() const {
  return charset_note(charset_, converter_ ? converter_->replaced() : 0);
}

}  // namespace nsearch::indexer
