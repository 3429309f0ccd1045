// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/direct/inverter.h"

#include <cstring>

#include "builder/glass/encoding.h"
#include "builder/glass/positions.h"

namespace nsearch::indexer::direct {
namespace {

constexpr std::size_t bytes_between_samples = 32 << 10;

/// Appends a length and the positions; nearly always the length takes the one byte left for it.
void append_sized_positions(std::string& out, std::span<const std::uint32_t> positions) {
  const std::size_t at = out.size();
  out += '\0';
  glass::append_positions(out, positions);
  const std::size_t size = out.size() - at - 1;
  if (size < 0x80) {
    out[at] = static_cast<char>(size);
    return;
  }
  std::string length;
  glass::append_varint(length, size);
  out.replace(at, 1, length);
}

}  // namespace

void Inverter::add(std::uint32_t document, const DocumentPostings& postings) {
  const std::vector<std::uint32_t>& numbers = terms_.numbers(postings);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const TermPosting& posting = postings.terms[i];
    RunTerm& term = terms_[numbers[i]];
    const std::size_t begin = log_.size();
    if (term.documents++ == 0) {
      term.first = document;
    } else {
      glass::append_varint(log_, document - term.last - 1);
    }
    term.last = document;
    term.occurrences += posting.wdf;
    const bool has_positions = posting.positions != 0;
    glass::append_varint(log_, std::uint64_t{posting.wdf} * 2 + has_positions);
    if (has_positions) append_sized_positions(log_, postings.positions(posting));
    const std::size_t size = log_.size() - begin;
    term.posting_bytes += size;
    postings_.push_back({numbers[i], static_cast<std::uint32_t>(size)});
  }
}

SortedRun Inverter::finish() {
  SortedRun run;
  std::string& out = run.records;
  next_.resize(0);
  std::uint64_t sampled = 0;
  for (const TermKey& key : terms_.sorted()) {
    const RunTerm& term = terms_[key.index];
    if (run.samples.empty() || out.size() - sampled >= bytes_between_samples) {
      sampled = out.size();
      run.samples.push_back({std::string(terms_.text(term)), sampled});
    }
    glass::append_sized(out, terms_.text(term));
    glass::append_varint(out, term.documents);
    glass::append_varint(out, term.occurrences);
    glass::append_varint(out, term.first);
    glass::append_varint(out, term.posting_bytes);
    if (next_.size() <= key.index) next_.resize(key.index + 1);
    next_[key.index] = out.size();
    out.resize(out.size() + term.posting_bytes);
  }
  const char* from = log_.data();
  for (const Posting& posting : postings_) {
    std::uint64_t& to = next_[posting.term];
    std::memcpy(out.data() + to, from, posting.size);
    from += posting.size;
    to += posting.size;
  }
  terms_.clear();
  postings_.clear();
  log_.clear();
  return run;
}

}  // namespace nsearch::indexer::direct
