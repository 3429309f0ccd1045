// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/spool.h"

#include <algorithm>

namespace nsearch::indexer::glass {
namespace {

constexpr std::size_t held_at_most = 256 << 10;
constexpr std::size_t read_at_once = 64 << 10;

}  // namespace

void Spool::write(std::string_view bytes) {
  held_ += bytes;
  if (held_.size() < held_at_most) return;
  if (!file_) {
    file_ = std::make_unique<OutputFile>(scratch_);
    file_->remove_name();
  }
  file_->write(held_);
  held_.clear();
}

void Spool::write_sized(std::string_view bytes) {
  write_value(static_cast<std::uint8_t>(bytes.size()));
  write(bytes);
}

void Spool::read(std::uint64_t offset, char* to, std::size_t size) const {
  if (offset < in_file()) {
    const auto there = static_cast<std::size_t>(std::min<std::uint64_t>(size, in_file() - offset));
    file_->read(offset, to, there);
    to += there;
    offset += there;
    size -= there;
  }
  if (size != 0) held_.copy(to, size, static_cast<std::size_t>(offset - in_file()));
}

std::string_view SpoolReader::take(std::size_t size) {
  if (buffer_.size() - at_ < size) {
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t kept = buffer_.size();
    const auto more = static_cast<std::size_t>(
        std::min<std::uint64_t>(std::max(read_at_once, size - kept), spool_.size() - next_));
    buffer_.resize(kept + more);
    spool_.read(next_, buffer_.data() + kept, more);
    next_ += more;
  }
  const std::string_view taken = std::string_view(buffer_).substr(at_, size);
  at_ += taken.size();
  return taken;
}

}  // namespace nsearch::indexer::glass
