// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/id_table.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t first_places = 1 << 13;
constexpr std::size_t most_in_memory = 1 << 21;  // places: 16 MB
constexpr std::uint64_t mark_bits = 3;

/// Each look may bring some pages of the file into memory, 64 KB at most as Linux is usually set.
constexpr std::size_t looks_between = 256;

/// A file without name of so many bytes, all of which the disk has room for.
int open_scratch(const std::filesystem::path& path, std::size_t bytes) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  int reason = errno;
  if (file >= 0) {
    ::unlink(path.c_str());
    reason = ::posix_fallocate(file, 0, static_cast<off_t>(bytes));
    if (reason == 0) return file;
    ::close(file);
  }
  throw Error(ErrorCode::io, path.string() + ": " + std::generic_category().message(reason));
}

}  // namespace

IdTable::IdTable(std::filesystem::path scratch)
    : scratch_(std::move(scratch)), places_(first_places), table_(map(first_places)) {}

IdTable::~IdTable() {
  ::munmap(table_, places_ * sizeof *table_);
}

/// All places are free.
std::uint64_t* IdTable::map(std::size_t places) const {
  const std::size_t bytes = places * sizeof(std::uint64_t);
  void* memory = MAP_FAILED;
  if (places <= most_in_memory) {
    memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  } else {
    const int file = open_scratch(scratch_, bytes);
    memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
  }
  if (memory == MAP_FAILED) throw std::bad_alloc();
  return static_cast<std::uint64_t*>(memory);
}

/// The place where it is, or where it would be. The highest bits say where to look, so the table is in order but for what
/// was in the way, and is gone through from end to end as it grows.
std::size_t IdTable::find(std::uint64_t digest) const {
  if (places_ > most_in_memory && ++looked_up_ >= looks_between) {
    ::madvise(table_, places_ * sizeof *table_, MADV_DONTNEED);  // the file keeps it
    looked_up_ = 0;
  }
  std::size_t at = digest >> (64 - std::countr_zero(places_));
  while (table_[at] != 0 && (table_[at] | mark_bits) != (digest | mark_bits)) at = (at + 1) & (places_ - 1);
  return at;
}

unsigned IdTable::mark(std::uint64_t digest) const {
  return static_cast<unsigned>(table_[find(digest)] & mark_bits);
}

void IdTable::set(std::uint64_t digest, unsigned mark) {
  const std::size_t at = find(digest);
  const bool is_new = table_[at] == 0;
  table_[at] = (digest & ~mark_bits) | mark;
  if (is_new && ++used_ * 4 > places_ * 3) grow();
}

void IdTable::grow() {
  const std::size_t old_places = places_;
  std::uint64_t* const grown = map(2 * old_places);
  std::uint64_t* const old = std::exchange(table_, grown);
  places_ = 2 * old_places;
  for (std::size_t i = 0; i < old_places; ++i) {
    if (old[i] != 0) table_[find(old[i])] = old[i];
  }
  ::munmap(old, old_places * sizeof *old);
}

}  // namespace nsearch::indexer
