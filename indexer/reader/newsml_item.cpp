// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/newsml_item.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "reader/clean_text.h"
#include "reader/markup_text.h"
#include "reader/newsml_metadata.h"
#include "reader/nitf_article.h"
#include "reader/utf8.h"
#include "reader/wire_text.h"

namespace nsearch::indexer {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower;
}

/// The formal name that a child of that name has, in lower case.
std::string formal_name_of(const XmlNode& parent, std::string_view child) {
  const XmlNode* node = parent.child(child);
  return node == nullptr ? std::string() : lower_case(node->attribute("FormalName"));
}

bool among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A component that is a part of the one around it (its headline, its picture) rather than a story.
bool is_part(const XmlNode& component) {
  return component.child("NewsComponent") == nullptr &&
         among(formal_name_of(component, "Role"),
               {"title", "headline", "lead", "body", "caption", "sound", "clip", "image", "picture", "photo",
                "thumbnail", "preview", "graphic", "audio", "video"});
}

bool is_text_part(const XmlNode& component) {
  return is_part(component) &&
         among(formal_name_of(component, "Role"), {"title", "headline", "lead", "body"});
}

/// Whether a content item holds text, rather than a picture or a reference to one.
bool holds_text(const XmlNode& content) {
  return content.child("DataContent") != nullptr && content.child("Encoding") == nullptr &&
         !among(formal_name_of(content, "MediaType"),
                {"photo", "picture", "image", "video", "audio", "graphic", "animation"});
}

Document text_of(const XmlNode& content) {
  const XmlNode* data = content.child("DataContent");
  return data == nullptr ? Document() : read_wire_text(*data);
}

/// One component with its parts.
class Story {
 public:
  explicit Story(const XmlNode& component) : component_(component) {}

  NewsmlStory read(const Document& around) {
    for (const XmlNode& child : component_.children) {
      if (child.name == "ContentItem") take_content(child, "body");
      if (child.name == "NewsComponent" && is_part(child)) take_part(child);
    }
    Document metadata = read_newsml_metadata(component_);
    metadata.body = with_lead(lead_, body_);
    if (metadata.title.empty()) metadata.title = title_;
    complete(metadata, std::move(nitf_));
    complete(metadata, Document(around));
    NewsmlStory story;
    story.place = component_.place;
    if (is_blank(metadata.body) && media_) story.no_text = "pictures, sound or video without a text";
    story.document = std::move(metadata);
    return story;
  }

 private:
  void take_part(const XmlNode& part) {
    const std::string role = formal_name_of(part, "Role");
    for (const XmlNode& child : part.children) {
      if (child.name == "ContentItem") take_content(child, role);
    }
  }

  void take_content(const XmlNode& content, std::string_view role) {
    if (!holds_text(content) || !among(role, {"title", "headline", "lead", "body"})) {
      media_ = true;
      return;
    }
    Document text = text_of(content);
    std::string body = std::move(text.body);
    text.body.clear();
    text.id.clear();
    complete(nitf_, std::move(text));
    if (role == "body") {
      body_ = body_.empty() || is_blank(body) ? body_ + body : body_ + "\n" + body;
    } else if (role == "lead") {
      lead_ = std::move(body);
    } else {
      title_ = clean_line(body);
    }
  }

  const XmlNode& component_;
  Document nitf_;
  std::string title_;
  std::string lead_;
  std::string body_;
  bool media_ = false;
};

bool is_story(const XmlNode& component) {
  return std::any_of(component.children.begin(), component.children.end(), [](const XmlNode& child) {
    return child.name == "ContentItem" || (child.name == "NewsComponent" && is_text_part(child));
  });
}

/// Finds the stories in a component. Nested components inherit what is said around them.
void find_stories(const XmlNode& component, const Document& around, std::vector<NewsmlStory>& stories) {
  const bool story = is_story(component);
  if (story) stories.push_back(Story(component).read(around));
  Document metadata = read_newsml_metadata(component);
  complete(metadata, Document(around));
  const bool equivalents = component.attribute("EquivalentsList") == "yes";
  const std::size_t before = stories.size();
  for (const XmlNode& child : component.children) {
    if (child.name != "NewsComponent" || (story && is_part(child))) continue;
    find_stories(child, metadata, stories);
    const bool found = stories.size() > before && stories.back().no_text.empty();
    if (equivalents && found) break;  // the others say the same in other forms
  }
}

/// Where an item holds several stories, each needs a name of its own.
void name_stories(std::vector<NewsmlStory>& stories) {
  const auto texts = std::count_if(stories.begin(), stories.end(),
                                   [](const NewsmlStory& story) { return story.no_text.empty(); });
  if (texts < 2) return;
  std::size_t number = 0;
  for (NewsmlStory& story : stories) {
    ++number;
    if (!story.document.id.empty()) story.document.id += "#" + std::to_string(number);
  }
}

}  // namespace

std::vector<NewsmlStory> read_newsml_item(const XmlNode& item, const std::string& envelope_date) {
  const Document identity = read_newsml_identity(item, envelope_date);
  std::vector<NewsmlStory> stories;
  for (const XmlNode& child : item.children) {
    if (child.name == "NewsComponent") find_stories(child, identity, stories);
  }
  name_stories(stories);
  return stories;
}

}  // namespace nsearch::indexer
