// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/filter_source.h"

#include <utility>

#include "nsearch/error.h"
#include "reader/container/packed_data.h"

namespace nsearch::indexer {
namespace {

class FilterSource final : public ByteSource {
 public:
  FilterSource(std::unique_ptr<ByteSource> compressed, ContainerKind kind)
      : compressed_(std::move(compressed)), handle_(*compressed_, kind), data_(handle_) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (!begun_) begin();
    return ended_ ? 0 : data_.read(buffer, size);
  }
  std::uint64_t bytes_read() const override { return compressed_->bytes_read(); }
  std::string_view peek() override { return {}; }  // see the source around this one

 private:
  void begin() {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(handle_.get(), &entry);
    if (ArchiveHandle::failed(status)) throw Error(ErrorCode::corrupt, handle_.trouble());
    begun_ = true;
    ended_ = status == ARCHIVE_EOF;
  }

  std::unique_ptr<ByteSource> compressed_;
  ArchiveHandle handle_;
  PackedData data_;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> filter_source(std::unique_ptr<ByteSource> compressed, ContainerKind kind) {
  return std::make_unique<FilterSource>(std::move(compressed), kind);
}

}  // namespace nsearch::indexer
