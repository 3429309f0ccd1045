// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nsearch/document.h"
#include "nsearch/indexer.h"
#include "reader/byte_source.h"

namespace nsearch::indexer {

/// What a reader tells its caller: one call for each record, in input order.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// A document; false: stop reading.
  virtual bool document(Document&& document) = 0;
  /// A document as an index kept it, from `line` of a dump: its languages are decided where it has spans.
  /// `digest`: of its content as it came; empty: not known. false: stop reading.
  virtual bool restored(StoredDocument&& document, std::string&& digest, std::uint64_t line) {
    (void)digest, (void)line;
    return this->document(std::move(document));
  }
  /// A record, or the rest of the input, that gave no document; false: stop reading. `path` is set by the
  /// caller.
  virtual bool reject(Rejection&& rejection) = 0;
  /// Something about the record at `line` that was repaired or left out; the document comes all the same.
  virtual void note(std::uint64_t line, std::string&& text) {
    (void)line;
    (void)text;
  }
};

struct ReaderOptions {
  std::vector<std::pair<std::string, std::string>> field_map;  ///< {document field, name in the input}
};

/// Reads one format. A reader object serves one input; readers of different inputs may run on different
/// threads.
class Reader {
 public:
  virtual ~Reader() = default;
  /// Reads all of `source` (already decompressed) and feeds `sink`. Whatever the bytes are, it neither throws
  /// (std::bad_alloc and Error(io) of the source excepted) nor crashes; what can't be read is rejected with
  /// line, byte and reason.
  virtual void read(ByteSource& source, const Origin& origin, RecordSink& sink) = 0;
};

/// One line of the registry.
struct ReaderEntry {
  InputFormat format;
  /// How sure the format is of the input, 0 (no) to 100 (certain), from its name (compression suffix taken
  /// off, lower case) and its first bytes (up to 4 KiB).
  int (*recognise)(std::string_view name, std::string_view head);
  std::unique_ptr<Reader> (*make)(const ReaderOptions& options);
};

/// Every format, in order; reader/registry.cpp is the one place to add one.
const std::vector<ReaderEntry>& reader_registry();

/// The entry named `forced`, or the surest one (of equally sure ones the first); `name` as the file is
/// called: case and a compression suffix are seen to here. nullptr if none recognises the input. Throws
/// Error(usage) on an unknown name.
const ReaderEntry* choose_reader(const std::string& forced, std::string_view name, std::string_view head);

}  // namespace nsearch::indexer
