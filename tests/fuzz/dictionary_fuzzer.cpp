// SPDX-License-Identifier: GPL-2.0-or-later
// Anything as an index, an entry or a line of a dictionary, and as the file of an imported one: entries whose shares add up
// to one, or an error that says what is damaged.
#include <sys/mman.h>
#include <unistd.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nsearch/error.h"
#include "translate/dictionary.h"
#include "translate/source.h"

namespace {

using namespace nsearch::searcher;

void check(const DictionaryEntry& entry) {
  double shares = 0;
  for (const Translation& each : entry.translations) {
    if (each.text.empty()) std::abort();
    shares += each.share;
  }
  if (!entry.translations.empty() && std::abs(shares - 1) > 1e-6) std::abort();
}

void read_sources(std::string_view bytes) {
  nsearch::DictionaryInfo info{};
  info.from = "nl";
  info.to = "fr";
  DictionaryBuilder builder(info);
  const auto keep = [&](DictionaryEntry&& entry) {
    check(entry);
    builder.add(entry);
  };
  const EntrySink sink{keep, [](const std::string&, const std::string&) {}};
  for (const DictdPlace& place : parse_dictd_index(bytes, "fuzzed", sink)) {
    const std::size_t begin = place.offset % (bytes.size() + 1);
    const std::string_view text = bytes.substr(begin, place.length);
    if (is_utf8(text)) keep(parse_dictd_entry(text, place.key));
  }
  if (is_utf8(bytes)) keep(parse_dictd_entry(bytes, "key"));
  DictionaryEntry entry;
  std::string problem;
  if (parse_tsv_entry(bytes, entry, problem)) keep(std::move(entry));
  builder.finish();
}

void read_file(std::string_view bytes) {
  const int file = memfd_create("dictionary", 0);
  if (write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  try {
    Dictionary dictionary("/proc/self/fd/" + std::to_string(file));
    dictionary.find({"maison", "maison", "maison"}, Dictionary::Direction::forward);
  } catch (const nsearch::Error& error) {
    if (error.code() == nsearch::ErrorCode::io) std::abort();
  }
  close(file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_sources(bytes);
  read_file(bytes);
  return 0;
}
