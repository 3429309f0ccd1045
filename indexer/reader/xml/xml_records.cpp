// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_records.h"

#include <utility>

#include "reader/field_text.h"
#include "reader/utf8.h"

namespace nsearch::indexer {

void XmlRecords::read(ByteSource& source) {
  XmlOutcome outcome = read_xml(source, *this);
  for (auto& [line, text] : outcome.notes) sink_.note(line, std::move(text));
  if (outcome.fault) {
    XmlFault& fault = *outcome.fault;
    sink_.reject({{}, fault.line, fault.byte, {}, std::move(fault.reason)});
  } else if (!told_) {
    sink_.note(0, "no document in it");
  }
}

bool XmlRecords::too_large(const XmlNode& element) {
  return reject(element.place, {},
                "<" + element.name + "> is too large: at most " + std::to_string(max_xml_record) +
                    " bytes of memory are taken for one; split it");
}

bool XmlRecords::give(Document&& document, const XmlPlace& place, bool whole) {
  if (is_blank(document.body)) document.body = document.title;
  if (is_blank(document.body)) return reject(place, std::move(document.id), "no text in it");
  told_ = true;
  document.origin = {origin_.path, whole ? 0 : ++given_};
  return sink_.document(std::move(document));
}

bool XmlRecords::reject(const XmlPlace& place, std::string id, std::string reason) {
  told_ = true;
  return sink_.reject({{}, place.line, place.byte, std::move(id), std::move(reason)});
}

void XmlRecords::note(std::uint64_t line, std::string text) {
  told_ = true;
  sink_.note(line, std::move(text));
}

XmlTake XmlRecords::refuse_root(const XmlNode& root, const std::string& expected) {
  const std::string name = root.name.substr(0, max_facet_name_bytes);
  reject(root.place, {},
         "expected " + expected + ", found <" + name.substr(0, find_invalid_utf8(name)) + ">");
  return XmlTake::skip;
}

}  // namespace nsearch::indexer
