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
  bool give(Document&& document, const XmlPlace& place, bool whole = false);
  bool reject(const XmlPlace& place, std::string id, std::string reason);
  void note(std::uint64_t line, std::string text);
  /// That the root is not what the format wants; nothing more is read of it.
  XmlTake refuse_root(const XmlNode& root, const std::string& expected);

 private:
  const Origin& origin_;
  RecordSink& sink_;
  std::uint64_t given_ = 0;  ///< documents: lines don't tell them apart, for all may stand in one
  bool told_ = false;        ///< of anything in the source
};

}  // namespace nsearch::indexer
