// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace nsearch {

/// Asks the processor for what lies at `address`, so that it is there when it is needed. Any address may be given.
///
/// The empty statement counts as an effect: GCC takes a function that does nothing but prefetch for one without
/// any, and drops the calls of it.
inline void prefetch(const void* address) {
  __builtin_prefetch(address);
  asm volatile("");
}

}  // namespace nsearch
