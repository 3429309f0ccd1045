// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/html/absolute_url.h"

#include <libxml/uri.h>

#include <memory>

#include "reader/clean_text.h"

namespace nsearch::indexer::html {
namespace {

constexpr std::size_t longest_url = 4096;

bool is_web_url(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace

std::string absolute_url(std::string_view url, std::string_view base) {
  const std::string given = clean_line(url);
  if (given.empty() || given.size() > longest_url || given.find(' ') != std::string::npos) return {};
  if (is_web_url(given)) return given;
  if (!is_web_url(base) || base.size() > longest_url) return {};
  const std::string from(base);
  const std::unique_ptr<xmlChar, void (*)(void*)> built(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(given.c_str()),
                  reinterpret_cast<const xmlChar*>(from.c_str())),
      xmlFree);
  const std::string found = built ? reinterpret_cast<const char*>(built.get()) : "";
  return is_web_url(found) ? found : std::string();
}

}  // namespace nsearch::indexer::html
