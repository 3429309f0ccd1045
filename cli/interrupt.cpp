// SPDX-License-Identifier: GPL-2.0-or-later
#include "interrupt.h"

#include <csignal>

namespace nsearch::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) {
  interrupted = 1;
}

}  // namespace

std::function<bool()> catch_interrupts() {
  std::signal(SIGINT, interrupt);
  std::signal(SIGTERM, interrupt);
  return [] { return interrupted != 0; };
}

}  // namespace nsearch::cli
