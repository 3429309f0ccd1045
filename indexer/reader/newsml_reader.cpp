// SPDX-License-Identifier: GPL-2.0-or-later
// NewsML 1.0 to 1.2. Each story of an item is a document; pictures, sound and video are named in a note.
#include <string>
#include <utility>

#include "reader/clean_text.h"
#include "reader/formats.h"
#include "reader/newsml_item.h"
#include "reader/xml/xml_records.h"
#include "reader/xml/xml_root.h"

namespace nsearch::indexer {
namespace {

class NewsmlRecords final : public XmlRecords {
 public:
  using XmlRecords::XmlRecords;

  XmlTake begin(const XmlNode& element, const XmlContext& context) override {
    if (element.name == "NewsItem" || element.name == "NewsEnvelope") return XmlTake::take;
    if (context.depth > 0) return XmlTake::skip;
    return element.name == "NewsML" ? XmlTake::enter : refuse_root(element, "<NewsML>");
  }

  bool taken(XmlNode&& element, const XmlContext& context) override {
    if (element.name == "NewsEnvelope") {
      envelope_date_ = clean_line(child_line(element, "DateAndTime"));
      return true;
    }
    std::vector<NewsmlStory> stories = read_newsml_item(element, envelope_date_);
    if (stories.empty()) note(element.place.line, "no document: the item holds no text");
    for (NewsmlStory& story : stories) {
      if (story.document.language.empty()) story.document.language = context.language;
      if (!story.no_text.empty()) {
        note(story.place.line, "no document: the component holds " + story.no_text);
      } else if (!give(std::move(story.document), story.place)) {
        return false;
      }
    }
    return true;
  }

 private:
  std::string envelope_date_;
};

class NewsmlReader final : public Reader {
 public:
  void read(ByteSource& source, const Origin& origin, RecordSink& sink) override {
    NewsmlRecords(origin, sink).read(source);
  }
};

int recognise(std::string_view name, std::string_view head) {
  if (find_xml_root(head).name == "NewsML") return 95;
  return name.ends_with(".newsml") ? 60 : 0;
}

std::unique_ptr<Reader> make(const ReaderOptions&) {
  return std::make_unique<NewsmlReader>();
}

}  // namespace

ReaderEntry newsml_format() {
  return {{"newsml", "NewsML 1.0 to 1.2: news items of agencies", {".newsml"}}, recognise, make};
}

}  // namespace nsearch::indexer
