// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <string>

#include "nsearch/document.h"
#include "nsearch/maintenance.h"

/// Documents as an index keeps them, read back without any analysis.
namespace nsearch::indexer {

struct KeptDocument {
  StoredDocument document;
  std::string digest;  ///< of its content as it came; empty: none
};

/// Reads one document. Throws Error(corrupt, format_version) where its record is damaged; Xapian::Error.
KeptDocument read_kept(const Xapian::Database& database, Xapian::docid document);

/// Who is told of damaged documents. `id`: as far as it is known.
using OnDamaged = std::function<void(const DamagedDocument&)>;

/// Runs `read`; what it throws of a damaged record goes to `on_damaged`, if there is one, and the result is
/// false.
bool reading_record(const std::string& id, const OnDamaged& on_damaged, const std::function<void()>& read);

}  // namespace nsearch::indexer
