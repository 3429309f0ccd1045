// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace nsearch {

/// For large tables that are read in random places: on huge pages where the system has them, else most of what is
/// read misses in the processor's translation buffers as well, and even asking for it ahead waits for that. From a
/// quarter of such a page on, a table has the whole of one.
template <typename T>
struct HugePageAllocator {
  using value_type = T;

  HugePageAllocator() = default;
  template <typename U>
  HugePageAllocator(const HugePageAllocator<U>&) {}

  T* allocate(std::size_t count) {
    constexpr std::size_t page = 2 << 20;
    const bool large = count * sizeof(T) >= page / 4;
    const std::size_t unit = large ? page : std::max(alignof(T), alignof(std::max_align_t));
    const std::size_t bytes = (count * sizeof(T) + unit - 1) / unit * unit;
    void* const memory = std::aligned_alloc(unit, bytes);
    if (memory == nullptr) throw std::bad_alloc();
    if (large) madvise(memory, bytes, MADV_HUGEPAGE);
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t) { std::free(memory); }

  friend bool operator==(const HugePageAllocator&, const HugePageAllocator&) { return true; }
};

}  // namespace nsearch
