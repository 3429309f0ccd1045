// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "glass/table.h"
#include "nsearch/export.h"

namespace nsearch::glass {

/// What a database's version file says: where its tables' roots are, and of all its documents.
struct Version {
  std::uint32_t revision = 0;
  TableRoot postings, data, terms, positions;
  std::uint32_t documents = 0, last_document = 0;
  std::uint64_t total_length = 0;
};

/// The version of the database in `folder`; nothing where its files are of another form.
NSEARCH_EXPORT std::optional<Version> read_version(const std::filesystem::path& folder);

}  // namespace nsearch::glass
