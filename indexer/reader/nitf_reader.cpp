// SPDX-License-Identifier: GPL-2.0-or-later
// NITF, the News Industry Text Format: one article a file, or several within any other element.
#include <utility>

#include "reader/formats.h"
#include "reader/nitf_article.h"
#include "reader/xml/xml_records.h"
#include "reader/xml/xml_root.h"

namespace nsearch::indexer {
namespace {

class NitfRecords final : public XmlRecords {
 public:
  using XmlRecords::XmlRecords;

  XmlTake begin(const XmlNode& element, const XmlContext&) override {
    return element.name == "nitf" ? XmlTake::take : XmlTake::enter;
  }

  bool taken(XmlNode&& element, const XmlContext& context) override {
    Document document = read_nitf(element);
    if (document.language.empty()) document.language = context.language;
    return give(std::move(document), element.place, context.depth == 0);
  }
};

class NitfReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    NitfRecords(origin, sink).read(source);
  }
};

int recognise(std::string_view name, std::string_view head) {
  const XmlRoot root = find_xml_root(head);
  if (root.name == "nitf") return 95;
  if (!root.name.empty() && head.find("<nitf") != std::string_view::npos) return 60;
  return name.ends_with(".nitf") ? 90 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<NitfReader>();
}

}  // namespace

ReaderEntry nitf_format() {
  return {{"nitf", "NITF: news articles of agencies", {".nitf"}}, recognise, make};
}

}  // namespace nsearch::indexer
