// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "reader/reader.h"
#include "reader/xml/xml_stream.h"

namespace nsearch::indexer {

/// A visitor that makes documents of elements: what the XML formats share.
class XmlRecords : public XmlVisitor {
 public:
  XmlRecords(const Origin& origin, RecordSink& sink) : origin_(origin), sink_(sink) {}

  /// Reads the source, and tells the sink of what ended it early or was repaired.
  void read(ByteSource& source);

  bool too_large(const XmlNode& element) override;

 protected:
  /// Hands over a document with its title for a body where it has no other text; without any it is rejected.
  /// `whole`: the file is this one record.
  bool give(Document&& document, std::uint64_t line, bool whole = false);
  bool reject(std::uint64_t line, std::string id, std::string reason);
  void note(std::uint64_t line, std::string text);
  /// That the root is not what the format wants; nothing more is read of it.
  XmlTake refuse_root(const XmlNode& root, const std::string& expected);

 private:
  const Origin& origin_;
  RecordSink& sink_;
  std::uint64_t given_ = 0;  ///< documents: lines don't tell them apart, for all may stand in one
  bool told_ = false;        ///< of anything in the source
};

/// Calls `take` with each value of a list parted by commas or semicolons, trimmed.
template <class Take>
void each_listed(std::string_view list, const Take& take) {
  while (!list.empty()) {
    const std::size_t end = list.find_first_of(",;");
    std::string_view value = list.substr(0, end);
    const std::size_t first = value.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) {
      take(value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1));
    }
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
}

/// Adds a value of a further field as one line, once.
void add_facet_line(Document& document, const std::string& name, std::string_view value);

/// Appends a name to a list of them: "A, B". Empty and repeated ones are passed over.
void append_name(std::string& names, const std::string& name);

/// A date as it is written, as one line: what it means is settled when the document is prepared.
std::string document_date(std::string_view written);

}  // namespace nsearch::indexer
