// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/archive_members.h"

#include "reader/container/packed_data.h"
#include "reader/container/text_of_bytes.h"

namespace nsearch::indexer {
namespace {

class MemberSource final : public ByteSource {
 public:
  MemberSource(ArchiveHandle& handle, const ByteSource& archive) : data_(handle), archive_(archive) {}

  std::size_t read(char* buffer, std::size_t size) override { return data_.read(buffer, size); }
  std::uint64_t bytes_read() const override { return archive_.bytes_read(); }
  std::string_view peek() override { return {}; }  // see the source around this one

 private:
  PackedData data_;
  const ByteSource& archive_;
};

/// Whether a name in it begins with a dot, ".." aside.
bool is_hidden(std::string_view path) {
  for (std::size_t begin = 0, end = 0; end != path.npos; begin = end + 1) {
    end = path.find('/', begin);
    const std::string_view name = path.substr(begin, end - begin);
    if (name.starts_with('.') && name != "." && name != "..") return true;
  }
  return false;
}

bool is_file(archive_entry* entry) {
  return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr &&
         archive_entry_hardlink_utf8(entry) == nullptr;
}

}  // namespace

void ArchiveMembers::take_name(archive_entry* entry) {
  // The first is missing where the name is no UTF-8, the second where this locale can't write it.
  const char* bytes = archive_entry_pathname_utf8(entry);
  if (bytes == nullptr) bytes = archive_entry_pathname(entry);
  name_ = text_of_bytes(bytes != nullptr ? bytes : "");
  while (name_.starts_with("./")) name_.erase(0, 2);
  if (name_.empty()) name_ = "member " + std::to_string(count_);
}

ArchiveMembers::Next ArchiveMembers::next() {
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(handle_.get(), &entry);
    ++count_;
    if (status == ARCHIVE_EOF) return Next::end;
    if (!ArchiveHandle::failed(status)) {
      damaged_ = false;
      take_name(entry);
      if (is_file(entry) && !is_hidden(name_)) return Next::member;
      continue;
    }
    reason_ = handle_.trouble();
    if (status == ARCHIVE_FATAL) return Next::broken;
    // libarchive looks for the next header block by block: that is one damage.
    if (!damaged_) {
      damaged_ = true;
      return Next::damaged;
    }
  }
}

std::unique_ptr<ByteSource> ArchiveMembers::open() {
  return std::make_unique<MemberSource>(handle_, source_);
}

}  // namespace nsearch::indexer
