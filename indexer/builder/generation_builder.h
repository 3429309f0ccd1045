// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "document_postings.h"

namespace nsearch::indexer {

/// Consecutive documents, built as far as can be without the others.
class BuiltPart {
 public:
  virtual ~BuiltPart() = default;
};

/// Builds parts, one after the other. Not thread-safe: one for each thread. All functions throw Error (io,
/// internal).
class PartBuilder {
 public:
  virtual ~PartBuilder() = default;

  /// Begins a part. Its documents get numbers from `first_document` (at least 1) on. No two parts have the
  /// same `number`.
  virtual void begin(std::uint64_t number, std::uint32_t first_document) = 0;

  virtual void append(const DocumentPostings& document) = 0;

  /// Ends the part, which has one document at least.
  virtual std::unique_ptr<BuiltPart> finish() = 0;
};

/// How large a part should be.
struct PartLimits {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  ///< of text
};

/// Turns analysed documents into a new Xapian database. All functions throw Error (io, internal).
class GenerationBuilder {
 public:
  virtual ~GenerationBuilder() = default;

  virtual PartLimits limits() const = 0;

  /// Thread-safe.
  virtual std::unique_ptr<PartBuilder> part_builder() = 0;

  /// Takes the parts in the order of their documents' numbers.
  virtual void take(std::unique_ptr<BuiltPart> part) = 0;

  /// Completes the database, which has one part at least: its files are whole, but not yet synced to the
  /// disk. `metadata`: no value is empty.
  virtual void finish(const std::map<std::string, std::string>& metadata) = 0;
};

}  // namespace nsearch::indexer
