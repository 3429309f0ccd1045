// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate/table.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "nsearch/error.h"
#include "storage/field_codec.h"
#include "storage/zstd_frame.h"

namespace nsearch::searcher {

using storage::FieldReader;
using storage::FieldWriter;

namespace {

constexpr std::string_view magic("nsdict\0", 7);
constexpr char version = 1;
constexpr std::size_t head_bytes = 8;
constexpr std::size_t tail_bytes = 16;
constexpr std::size_t block_bytes = 16 * 1024;  // unpacked, at least
constexpr std::size_t most_kept = 32;           // blocks

std::uint64_t checksum(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string fixed(std::uint64_t value) {
  std::string bytes;
  for (int i = 0; i < 8; ++i, value >>= 8) bytes += static_cast<char>(value);
  return bytes;
}

std::uint64_t fixed(std::string_view bytes) {
  std::uint64_t value = 0;
  for (int i = 7; i >= 0; --i)
    value = value << 8 | static_cast<std::uint8_t>(bytes[static_cast<std::size_t>(i)]);
  return value;
}

/// FieldReader's complaint, until the table names its file.
struct Damage {
  const char* what;
};

[[noreturn]] void complain(const char* what) {
  throw Damage{what};
}

std::string text(std::string_view value) {
  FieldWriter out;
  out.text(value);
  return out.take();
}

}  // namespace

TableWriter::TableWriter(std::string header) : header_(std::move(header)) {
  file_ = magic;
  file_ += version;
}

void TableWriter::add(std::string_view key, std::string_view value) {
  if (block_.empty()) first_key_ = key;
  block_ += text(key);
  block_ += text(value);
  if (block_.size() >= block_bytes) end_block();
}

void TableWriter::end_block() {
  if (block_.empty()) return;
  const std::size_t begin = file_.size();
  storage::append_compressed(file_, block_);
  FieldWriter line;
  line.text(first_key_);
  line.number(file_.size() - begin);
  line.number(checksum(std::string_view(file_).substr(begin)));
  directory_ += line.take();
  block_.clear();
}

std::string TableWriter::finish() {
  end_block();
  const std::size_t begin = file_.size();
  storage::append_compressed(file_, text(header_) + directory_);
  const std::string_view directory = std::string_view(file_).substr(begin);
  const std::string tail = fixed(directory.size()) + fixed(checksum(directory));
  return std::move(file_) + tail;
}

Table::Table(const std::filesystem::path& path)
    : path_(path.string()), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (fd_ < 0)
    throw Error(ErrorCode::io, path_ + ": " + std::strerror(errno), "check the path and its permissions");
  try {
    read_directory();
  } catch (...) {
    ::close(fd_);
    throw;
  }
}

Table::~Table() {
  ::close(fd_);
}

void Table::damaged(const std::string& what) const {
  throw Error(ErrorCode::corrupt, path_ + ": the dictionary is damaged: " + what, "import it again");
}

std::string Table::read(std::uint64_t offset, std::uint64_t length, const char* what) const {
  if (offset > bytes_ || length > bytes_ - offset) damaged(std::string(what) + " lies beyond its end");
  std::string bytes(length, '\0');
  for (std::size_t got = 0; got < bytes.size();) {
    const ssize_t more =
        ::pread(fd_, bytes.data() + got, bytes.size() - got, static_cast<off_t>(offset + got));
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) throw Error(ErrorCode::io, path_ + ": " + std::strerror(errno));
    if (more == 0) damaged("it has become shorter");
    got += static_cast<std::size_t>(more);
  }
  return bytes;
}

void Table::read_directory() {
  struct stat status {};
  if (::fstat(fd_, &status) != 0) throw Error(ErrorCode::io, path_ + ": " + std::strerror(errno));
  bytes_ = static_cast<std::uint64_t>(status.st_size);
  if (bytes_ < head_bytes + tail_bytes) damaged("it is too short");
  const std::string head = read(0, head_bytes, "the beginning");
  if (!head.starts_with(magic)) damaged("it begins as no dictionary does");
  if (head.back() != version)
    throw Error(ErrorCode::format_version,
                path_ + ": a dictionary in format " + std::to_string(int{head.back()}) +
                    ", this program reads " + std::to_string(int{version}),
                "import it again");
  const std::string tail = read(bytes_ - tail_bytes, tail_bytes, "the end");
  const std::uint64_t length = fixed(tail), end = bytes_ - tail_bytes;
  if (length > end - head_bytes) damaged("its directory is longer than the file");
  const std::string packed = read(end - length, length, "the directory");
  if (checksum(packed) != fixed(std::string_view(tail).substr(8)))
    damaged("its directory has another checksum");
  const std::optional<std::string> directory = storage::decompress(packed);
  if (!directory) damaged("its directory can't be unpacked");
  try {
    FieldReader in(*directory, complain);
    header_ = in.text();
    for (std::uint64_t offset = head_bytes; !in.at_end(); offset += blocks_.back().length) {
      Block block{std::string(in.text()), offset, 0, 0};
      block.length = in.number();
      block.checksum = in.number();
      if (block.length > end - length - offset) complain("a block lies beyond the end");
      blocks_.push_back(std::move(block));
    }
  } catch (const Damage& damage) {
    damaged(damage.what);
  }
}

const std::string& Table::block(std::size_t number) {
  const auto known =
      std::find_if(kept_.begin(), kept_.end(), [&](const auto& b) { return b.first == number; });
  if (known != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, known);
    return kept_.front().second;
  }
  const Block& block = blocks_[number];
  const std::string packed = read(block.offset, block.length, "a block");
  if (checksum(packed) != block.checksum)
    damaged("the block at byte " + std::to_string(block.offset) + " has another checksum");
  std::optional<std::string> bytes = storage::decompress(packed);
  if (!bytes) damaged("the block at byte " + std::to_string(block.offset) + " can't be unpacked");
  if (kept_.size() == most_kept) kept_.pop_back();
  kept_.emplace_front(number, std::move(*bytes));
  return kept_.front().second;
}

std::optional<std::string> Table::find(std::string_view key) {
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), key,
                                      [](std::string_view k, const Block& b) { return k < b.first_key; });
  if (after == blocks_.begin()) return std::nullopt;
  try {
    FieldReader in(block(static_cast<std::size_t>(after - blocks_.begin()) - 1), complain);
    while (!in.at_end()) {
      const std::string_view found = in.text(), value = in.text();
      if (found == key) return std::string(value);
      if (found > key) return std::nullopt;
    }
  } catch (const Damage& damage) {
    damaged(damage.what);
  }
  return std::nullopt;
}

}  // namespace nsearch::searcher
