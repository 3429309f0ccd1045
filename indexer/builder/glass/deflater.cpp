// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/glass/deflater.h"

#include <libdeflate.h>

#include <new>

namespace nsearch::indexer::glass {
namespace {

constexpr int level = 1;

}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

Deflater::~Deflater() = default;

std::string_view Deflater::compress(std::string_view bytes) {
  if (bytes.size() < 2) return {};
  if (buffer_.size() < bytes.size()) buffer_.resize(bytes.size());
  const std::size_t size = libdeflate_deflate_compress(compressor_.get(), bytes.data(), bytes.size(),
                                                       buffer_.data(), bytes.size() - 1);
  return std::string_view(buffer_).substr(0, size);
}

}  // namespace nsearch::indexer::glass
