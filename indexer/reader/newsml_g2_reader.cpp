// SPDX-License-Identifier: GPL-2.0-or-later
// NewsML-G2: news items alone, in packages and in news messages. Texts are documents; all else is named in a note.
#include <array>
#include <string>
#include <utility>

#include "reader/formats.h"
#include "reader/newsml_g2_item.h"
#include "reader/utf8.h"
#include "reader/xml/xml_records.h"
#include "reader/xml/xml_root.h"

namespace nsearch::indexer {
namespace {

struct OtherItem {
  std::string_view element;
  const char* what;
};

/// The items of the standard that hold no news text.
constexpr std::array<OtherItem, 6> other_items = {
    {{"packageItem", "a package: the items that it refers to are read for themselves"},
     {"conceptItem", "a concept"},
     {"knowledgeItem", "knowledge: a set of concepts"},
     {"planningItem", "a plan of coverage"},
     {"catalogItem", "a catalogue"},
     {"catalog", "a catalogue"}}};

const OtherItem* find_other(std::string_view element) {
  for (const OtherItem& other : other_items) {
    if (other.element == element) return &other;
  }
  return nullptr;
}

class NewsItemRecords final : public XmlRecords {
 public:
  using XmlRecords::XmlRecords;

  XmlTake begin(const XmlNode& element, const XmlContext& context) override {
    if (element.name == "newsItem") return XmlTake::take;
    if (const OtherItem* other = find_other(element.name)) {
      note(element.place.line, "no document: <" + element.name + "> is " + other->what);
      return XmlTake::skip;
    }
    const bool entered = element.name == "newsMessage" || element.name == "itemSet";
    if (entered) return XmlTake::enter;
    return context.depth == 0 ? refuse_root(element, "an item of NewsML-G2 or a <newsMessage>")
                              : XmlTake::skip;
  }

  bool taken(XmlNode&& element, const XmlContext& context) override {
    NewsItemText item = read_news_item(element);
    if (!item.other_class.empty()) {
      note(element.place.line, "no document: the item is no text (" + item.other_class + ")");
      return true;
    }
    Document& document = item.document;
    if (document.language.empty()) document.language = context.language;
    if (is_blank(document.body) && is_blank(document.title) && !item.missing.empty()) {
      return reject(element.place, std::move(document.id), std::move(item.missing));
    }
    if (is_blank(document.body) && !item.missing.empty())
      note(element.place.line, "only its headline is read: " + item.missing);
    return give(std::move(document), element.place, context.depth == 0);
  }
};

class NewsmlG2Reader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    NewsItemRecords(origin, sink).read(source);
  }
};

int recognise(std::string_view, std::string_view head) {
  const XmlRoot root = find_xml_root(head);
  if (root.name == "newsItem" || root.name == "newsMessage" || find_other(root.name) != nullptr) return 95;
  return 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<NewsmlG2Reader>();
}

}  // namespace

ReaderEntry newsml_g2_format() {
  return {{"newsml-g2", "NewsML-G2: news items, alone or in messages", {}}, recognise, make};
}

}  // namespace nsearch::indexer
