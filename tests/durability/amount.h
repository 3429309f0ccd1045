// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdlib>

/// A number from the environment, else `usual`.
inline int amount(const char* variable, int usual) {
  const char* text = std::getenv(variable);
  return text && *text ? std::atoi(text) : usual;
}
