// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/unpack_budget.h"

#include <string>
#include <utility>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

class ChargedSource final : public ByteSource {
 public:
  ChargedSource(std::unique_ptr<ByteSource> source, UnpackBudget& budget)
      : source_(std::move(source)), budget_(budget) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = source_->read(buffer, size);
    budget_.charge(count);
    return count;
  }
  std::uint64_t bytes_read() const override { return source_->bytes_read(); }
  std::string_view peek() override { return source_->peek(); }

 private:
  std::unique_ptr<ByteSource> source_;
  UnpackBudget& budget_;
};

}  // namespace

void UnpackBudget::charge(std::size_t bytes) {
  unpacked_ += bytes;
  if (unpacked_ <= free_bytes || unpacked_ / most_times <= file_.bytes_read()) return;
  spent_ = true;
  throw Error(ErrorCode::corrupt, "unpacks to more than " + std::to_string(most_times) +
                                      " times its size: an archive bomb, of which no more is read");
}

std::unique_ptr<ByteSource> charged(std::unique_ptr<ByteSource> source, UnpackBudget& budget) {
  return std::make_unique<ChargedSource>(std::move(source), budget);
}

}  // namespace nsearch::indexer
