// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as what users write beside their articles (synonyms, protected words, dates) and as the file of saved searches: what
// is understood comes back the same, anything else is an error.
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "alerts/alert_store.h"
#include "folder.h"
#include "nsearch/analyzer.h"
#include "nsearch/document.h"
#include "nsearch/error.h"
#include "nsearch/synonyms.h"

namespace {

using namespace nsearch;
using fuzz::insist;

void read_protected_words(std::string_view bytes) {
  try {
    const ProtectedWords words = ProtectedWords::parse(bytes);
    insist(ProtectedWords::parse(words.text()) == words, "protected words don't come back");
  } catch (const Error& error) {
    insist(error.code() == ErrorCode::usage, "another error than of usage");
  }
}

void read_synonyms(std::string_view bytes) {
  try {
    const auto synonyms = Synonyms::parse(bytes, "fuzzed");
    insist((synonyms->groups() == 0) == (synonyms->longest() == 0), "groups without words");
    synonyms->of(std::string(bytes));
  } catch (const Error& error) {
    insist(error.code() == ErrorCode::usage, "another error than of usage");
  }
}

void read_dates(std::string_view bytes) {
  constexpr std::int64_t first = -62135596800, last = 253402300799 + 86400;  // years 1 to 9999, and a zone
  for (const auto& date : {parse_date(bytes), parse_written_date(bytes), parse_written_date(bytes, "en-US")})
    insist(!date || (date->seconds >= first - 86400 && date->seconds <= last), "a date of no year");
}

void read_alerts(std::string_view bytes) {
  static const fuzz::Folder folder;
  std::ofstream(folder.path() / "alerts.json", std::ios::binary) << bytes;
  try {
    searcher::AlertStore store(folder.path());
    store.load();
    store.save();
    searcher::AlertStore again(folder.path());
    again.load();
    insist(again.alerts.size() == store.alerts.size() && again.shards.size() == store.shards.size(),
           "saved searches don't come back");
    for (std::size_t i = 0; i < store.alerts.size(); ++i)
      insist(again.alerts[i].alert.name == store.alerts[i].alert.name, "another saved search comes back");
  } catch (const Error& error) {
    insist(error.code() == ErrorCode::corrupt || error.code() == ErrorCode::format_version,
           "an error that says nothing of damage");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_protected_words(bytes);
  read_synonyms(bytes);
  read_dates(bytes);
  if (!bytes.empty() && bytes.front() == '{') read_alerts(bytes);
  return 0;
}
