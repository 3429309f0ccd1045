// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_gatherer.h"

#include <numeric>
#include <utility>

#include "reader/xml/xml_url.h"

namespace nsearch::indexer {
namespace {

/// What a node costs beside its text.
constexpr std::size_t node_bytes = sizeof(XmlNode) + 32;

std::size_t bytes_of(const XmlNode& element) {
  return std::accumulate(element.attributes.begin(), element.attributes.end(),
                         node_bytes + element.name.size(),
                         [](std::size_t sum, const XmlAttribute& attribute) {
                           return sum + sizeof attribute + attribute.name.size() + attribute.value.size();
                         });
}

}  // namespace

bool XmlGatherer::start(XmlNode&& element) {
  begun_ = true;
  ++depth_;
  if (skipped_ > 0) {
    ++skipped_;
    return true;
  }
  if (!open_.empty()) return start_taken(std::move(element));
  XmlContext context = inner_context(element);
  switch (visitor_.begin(element, context)) {
    case XmlTake::enter:
      contexts_.push_back(std::move(context));
      break;
    case XmlTake::skip:
      ++skipped_;
      break;
    case XmlTake::take:
      taken_context_ = std::move(context);
      size_ = 0;
      return start_taken(std::move(element));
  }
  return true;
}

bool XmlGatherer::start_taken(XmlNode&& element) {
  const std::size_t bytes = bytes_of(element);
  open_.push_back(std::move(element));
  return add_size(bytes);
}

/// Beyond the bound, what was gathered is let go, and the rest of the element skipped.
bool XmlGatherer::add_size(std::size_t bytes) {
  size_ += bytes;
  if (size_ <= max_xml_record) return true;
  skipped_ = open_.size();
  XmlNode whole = std::move(open_.front());
  open_.clear();
  open_.shrink_to_fit();
  whole.children.clear();
  return visitor_.too_large(whole);
}

bool XmlGatherer::end() {
  --depth_;
  if (skipped_ > 0) {
    --skipped_;
    return true;
  }
  if (open_.empty()) {
    if (!contexts_.empty()) contexts_.pop_back();
    return true;
  }
  XmlNode done = std::move(open_.back());
  open_.pop_back();
  if (open_.empty()) return visitor_.taken(std::move(done), taken_context_);
  open_.back().children.push_back(std::move(done));
  return true;
}

bool XmlGatherer::text(std::string_view text) {
  if (skipped_ > 0 || open_.empty() || text.empty()) return true;
  std::vector<XmlNode>& children = open_.back().children;
  std::size_t bytes = text.size();
  if (children.empty() || !children.back().is_text()) {
    children.emplace_back();
    bytes += node_bytes;
  }
  children.back().text += text;
  return add_size(bytes);
}

XmlContext XmlGatherer::inner_context(const XmlNode& element) const {
  XmlContext context = contexts_.empty() ? XmlContext() : contexts_.back();
  context.depth = depth_ - 1;
  if (const auto language = element.attribute("xml", "lang"); !language.empty()) context.language = language;
  if (const auto base = element.attribute("xml", "base"); !base.empty()) {
    context.base = resolved_url(base, context.base);
  }
  return context;
}

}  // namespace nsearch::indexer
