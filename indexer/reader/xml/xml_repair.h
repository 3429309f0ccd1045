// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <libxml/parser.h>

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nsearch::indexer {

/// Whether reading can go on behind an error of libxml2 without guessing where elements end.
bool is_harmless(const xmlError& error);

/// The text that the parser dropped at a harmless error, such as the ampersand of "Johnson & Johnson".
std::string lost_text(const xmlError& error, const xmlParserCtxt& context);

/// What is said of any other error.
std::string fault_reason(const xmlError& error);

/// An attribute's value, or its beginning that is well-formed UTF-8.
std::string well_formed_attribute(std::string_view value);

/// Counts what was repaired, and knows the entities.
class XmlRepairs {
 public:
  void add(const xmlError& error, std::uint64_t line);

  /// What stands for "&NAME;": a character if XML or HTML have one of that name, else the reference as it is written.
  /// What the document declares is not asked, so nothing grows. It lives as long as this object.
  xmlEntity* entity(std::string_view name, bool in_attribute, std::uint64_t line);

  /// One note for each kind of repair.
  void tell(std::vector<std::pair<std::uint64_t, std::string>>& notes) const;

 private:
  struct Kept {
    std::string name;
    std::string text;
    xmlEntity entity{};
  };
  struct Count {
    std::uint64_t first_line = 0;
    std::uint64_t times = 0;
  };

  void count(const char* what, std::uint64_t line);
  xmlEntity* keep(std::string_view name, std::string text);

  std::deque<Kept> kept_;
  std::map<std::string, Kept*, std::less<>> known_;
  Kept scratch_;  ///< for those beyond the bound
  std::map<std::string, Count> counts_;
};

}  // namespace nsearch::indexer
