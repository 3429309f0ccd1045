// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes with the checksum that belongs to them as a stored record: a document, which is the same when stored again, or an
// error that says that the record is damaged.
#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nsearch/error.h"
#include "storage/record.h"

namespace {

using namespace nsearch;

void read(const std::string& record, RecordPart part) {
  try {
    const StoredDocument document = decode_record(record, part);
    const StoredDocument again = decode_record(encode_record(document));
    if (again.id != document.id || again.title != document.title || again.body != document.body ||
        again.facets != document.facets || again.spans.size() != document.spans.size() ||
        again.modified != document.modified || again.origin.record != document.origin.record)
      std::abort();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::corrupt && error.code() != ErrorCode::format_version) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view fields(reinterpret_cast<const char*>(data), size);
  std::string record(1, '\x03');
  const std::uint64_t checksum = XXH3_64bits(fields.data(), fields.size());
  for (unsigned byte = 0; byte < 8; ++byte) record += static_cast<char>(checksum >> (8 * byte));
  record += fields;
  read(record, RecordPart::all);
  read(record, RecordPart::without_body);
  return 0;
}
