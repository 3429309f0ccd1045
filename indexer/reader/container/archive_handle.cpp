// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/archive_handle.h"

#include <cerrno>
#include <new>

#include "nsearch/error.h"
#include "reader/container/text_of_bytes.h"

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;

int enable(archive* a, ContainerKind kind) {
  switch (kind) {
    case ContainerKind::tar:
      return archive_read_support_format_tar(a);
    case ContainerKind::zip:
      // In the order of the file: neither standard input nor an archive within another can be sought in.
      return archive_read_support_format_zip_streamable(a);
    case ContainerKind::zstd:
      return archive_read_support_filter_zstd(a);
    case ContainerKind::bzip2:
      return archive_read_support_filter_bzip2(a);
    case ContainerKind::xz:
      return archive_read_support_filter_xz(a);
    default:
      return ARCHIVE_FATAL;
  }
}

}  // namespace

ArchiveHandle::ArchiveHandle(ByteSource& source, ContainerKind kind)
    : source_(source), kind_(kind), buffer_(chunk), archive_(archive_read_new()) {
  if (!archive_) throw std::bad_alloc();
  archive* a = archive_.get();
  if (enable(a, kind) < ARCHIVE_WARN) {
    throw Error(ErrorCode::internal, std::string("libarchive reads no ") + container_name(kind));
  }
  if (!is_archive(kind)) {
    archive_read_support_format_raw(a);
    archive_read_support_format_empty(a);
  }
  // What this finds wrong is found again, and told of, by the first call that asks for something.
  archive_read_open(a, this, nullptr, fetch, nullptr);
}

la_ssize_t ArchiveHandle::fetch(archive* a, void* self, const void** bytes) {
  auto& handle = *static_cast<ArchiveHandle*>(self);
  try {
    *bytes = handle.buffer_.data();
    return static_cast<la_ssize_t>(handle.source_.read(handle.buffer_.data(), handle.buffer_.size()));
  } catch (...) {  // no exception may pass through libarchive
    handle.failure_ = std::current_exception();
    archive_set_error(a, EIO, "the bytes could not be read");
    return -1;
  }
}

std::uint64_t ArchiveHandle::place() const {
  const la_int64_t place = archive_filter_bytes(archive_.get(), -1);
  return place > 0 ? static_cast<std::uint64_t>(place) : 0;
}

std::string ArchiveHandle::trouble() const {
  if (failure_) {
    try {
      std::rethrow_exception(failure_);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::corrupt) throw;
      return error.what();
    }
  }
  const char* words = archive_error_string(archive_.get());
  return std::string(container_name(kind_)) + ": damaged (" +
         text_of_bytes(words ? words : "unexpected data") + ") at byte " + std::to_string(place()) +
         (is_archive(kind_) ? " of the archive" : " of the compressed data");
}

}  // namespace nsearch::indexer
