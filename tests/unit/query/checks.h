// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "nsearch/query.h"

namespace nsearch::test {

struct Reading {
  const char* query;
  const char* tree;  ///< as shape() writes it
};

/// The query means this tree, and printed it means it again.
void check_reading(const Reading& row, const ParseOptions& options = {});

struct Refusal {
  const char* query;
  std::size_t column;
  const char* piece;  ///< of the query, that the diagnostic is about
  const char* message;
};

/// The query is refused there with this message, and with a way out.
void check_refusal(const Refusal& row, const ParseOptions& options = {});

/// The hints as "column message; suggestion", one a line.
std::string hints(const std::string& query, const ParseOptions& options = {});

}  // namespace nsearch::test
