// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/html_tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nsearch::indexer::html {
namespace {

constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::count);

using Named = std::pair<std::string_view, Tag>;

/// In the order of their names.
const auto& tags_by_name() {
  static const auto table = [] {
    std::array sorted = {
#define NSEARCH_HTML_TAG(NAME) Named{#NAME, Tag::NAME},
        NSEARCH_HTML_TAGS(NSEARCH_HTML_TAG)
#undef NSEARCH_HTML_TAG
            Named{"template", Tag::template_}};
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return table;
}

using TagSet = std::array<bool, tag_count>;

template <typename... Tags>
constexpr TagSet set_of(Tags... tags) {
  TagSet set{};
  ((set[static_cast<std::size_t>(tags)] = true), ...);
  return set;
}

constexpr TagSet blocks =
    set_of(Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::body, Tag::br, Tag::caption,
           Tag::center, Tag::dd, Tag::details, Tag::dialog, Tag::div, Tag::dl, Tag::dt, Tag::fieldset,
           Tag::figcaption, Tag::figure, Tag::footer, Tag::form, Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5,
           Tag::h6, Tag::head, Tag::header, Tag::hgroup, Tag::hr, Tag::html, Tag::legend, Tag::li, Tag::main,
           Tag::menu, Tag::nav, Tag::noscript, Tag::ol, Tag::p, Tag::pre, Tag::search, Tag::section,
           Tag::summary, Tag::table, Tag::tbody, Tag::tfoot, Tag::thead, Tag::title, Tag::tr, Tag::ul);

/// <head> is none of them: where its end is left out, the parser takes elements of HTML 5 for a part of it.
constexpr TagSet unseen =
    set_of(Tag::audio, Tag::button, Tag::canvas, Tag::dialog, Tag::embed, Tag::iframe, Tag::input, Tag::link,
           Tag::map, Tag::meta, Tag::object, Tag::optgroup, Tag::option, Tag::script, Tag::select, Tag::style,
           Tag::svg, Tag::template_, Tag::textarea, Tag::title, Tag::video);

struct NamedAttribute {
  std::string_view name;
  AttributeName attribute;
};

constexpr NamedAttribute attribute_names[] = {{"class", AttributeName::class_},
                                              {"id", AttributeName::id},
                                              {"href", AttributeName::href},
                                              {"style", AttributeName::style},
                                              {"rel", AttributeName::rel},
                                              {"role", AttributeName::role},
                                              {"name", AttributeName::name},
                                              {"property", AttributeName::property},
                                              {"content", AttributeName::content},
                                              {"itemprop", AttributeName::itemprop},
                                              {"itemtype", AttributeName::itemtype},
                                              {"datetime", AttributeName::datetime},
                                              {"pubdate", AttributeName::pubdate},
                                              {"lang", AttributeName::lang},
                                              {"type", AttributeName::type},
                                              {"hidden", AttributeName::hidden},
                                              {"title", AttributeName::title},
                                              {"charset", AttributeName::charset},
                                              {"aria-hidden", AttributeName::aria_hidden},
                                              {"aria-modal", AttributeName::aria_modal},
                                              {"http-equiv", AttributeName::http_equiv}};

}  // namespace

Tag tag_of(std::string_view name) {
  const auto& table = tags_by_name();
  const auto found =
      std::lower_bound(table.begin(), table.end(), name,
                       [](const Named& named, std::string_view sought) { return named.first < sought; });
  return found != table.end() && found->first == name ? found->second : Tag::other;
}

bool is_block(Tag tag) {
  return blocks[static_cast<std::size_t>(tag)];
}

bool is_unseen(Tag tag) {
  return unseen[static_cast<std::size_t>(tag)];
}

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

AttributeName attribute_of(std::string_view name) {
  for (const auto& [known, attribute] : attribute_names) {
    if (known == name) return attribute;
  }
  return AttributeName::none;
}

}  // namespace nsearch::indexer::html
