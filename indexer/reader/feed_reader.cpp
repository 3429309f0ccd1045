// SPDX-License-Identifier: GPL-2.0-or-later
// Feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. Each entry is a document.
#include <string>
#include <utility>

#include "reader/feed_entry.h"
#include "reader/formats.h"
#include "reader/xml/xml_records.h"
#include "reader/xml/xml_root.h"

namespace nsearch::indexer {
namespace {

bool is_feed_root(std::string_view name) {
  return name == "rss" || name == "RDF" || name == "feed" || name == "channel";
}

class FeedRecords final : public XmlRecords {
 public:
  using XmlRecords::XmlRecords;

  XmlTake begin(const XmlNode& element, const XmlContext& context) override {
    if (context.depth == 0) {
      return is_feed_root(element.name) ? XmlTake::enter
                                        : refuse_root(element, "a feed: <rss>, <rdf:RDF> or <feed>");
    }
    if (element.name == "item" || element.name == "entry") return XmlTake::take;
    if (element.name == "channel") return XmlTake::enter;
    const bool field = element.name == "title" || element.name == "language" || element.name == "link" ||
                       element.name == "author";
    return field ? XmlTake::take : XmlTake::skip;
  }

  bool taken(XmlNode&& element, const XmlContext& context) override {
    if (element.name == "item" || element.name == "entry") {
      return give(read_feed_entry(element, context, feed_), element.place);
    }
    read_feed_field(element, feed_);
    return true;
  }

 private:
  Feed feed_;
};

class FeedReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    FeedRecords(origin, sink).read(source);
  }
};

int recognise(std::string_view name, std::string_view head) {
  const XmlRoot root = find_xml_root(head);
  if (root.name == "rss" || (root.name == "feed" && root.tag.find("tom") != std::string::npos)) return 95;
  if (root.name == "RDF" && head.find("purl.org/rss/1.0") != std::string_view::npos) return 95;
  return name.ends_with(".rss") || name.ends_with(".atom") || name.ends_with(".rdf") ? 60 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<FeedReader>();
}

}  // namespace

ReaderEntry feed_format() {
  return {{"feed", "RSS (0.9 to 2.0, RDF) and Atom: one document an entry", {".rss", ".atom", ".rdf"}},
          recognise,
          make};
}

}  // namespace nsearch::indexer
