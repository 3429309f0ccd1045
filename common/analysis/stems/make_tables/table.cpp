// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stems/make_tables/table.h"

#include <iomanip>
#include <limits>
#include <ostream>
#include <stdexcept>
#include <vector>

#include "analysis/stems/word_table.h"

namespace nsearch::analysis::make_tables {
namespace {

/// The words and bases of a table, each once.
class Text {
 public:
  std::uint32_t place_of(const std::string& word) {
    const auto [place, fresh] = places_.try_emplace(word, static_cast<std::uint32_t>(bytes_.size()));
    if (fresh) bytes_ += word;
    return place->second;
  }

  void write(std::ostream& out) const {
    constexpr std::size_t line = 100;
    for (std::size_t at = 0; at < bytes_.size() || at == 0; at += line) {
      out << "\n    \"";
      for (const char c : std::string_view(bytes_).substr(at, line)) {
        if (c >= 'a' && c <= 'z')
          out << c;
        else
          out << '\\' << std::oct << std::setw(3) << std::setfill('0')
              << static_cast<unsigned>(static_cast<unsigned char>(c)) << std::dec;
      }
      out << '"';
    }
  }

 private:
  std::map<std::string, std::uint32_t> places_;
  std::string bytes_;
};

std::uint8_t size_of(const std::string& word) {
  if (word.size() > std::numeric_limits<std::uint8_t>::max())
    throw std::runtime_error(word + ": too long for a table");
  return static_cast<std::uint8_t>(word.size());
}

}  // namespace

void Table::add_form(std::string_view form, std::string_view base, unsigned flags) {
  if (form.empty()) return;
  Entry& entry = add(form);
  if (!entry.base.empty()) return;
  entry.base = base;
  entry.flags |= flags;
}

void Table::write(std::ostream& out, const std::string& name) const {
  std::size_t count = 64;
  while (2 * count < 3 * entries_.size()) count *= 2;
  std::vector<WordTable::Slot> slots(count);
  Text text;
  for (const auto& [word, entry] : entries_) {
    std::size_t at = WordTable::first_slot(word, count - 1);
    while (slots[at].word_size != 0) at = (at + 1) & (count - 1);
    slots[at] = {text.place_of(word), text.place_of(entry.base), size_of(word), size_of(entry.base),
                 static_cast<std::uint16_t>(entry.flags)};
  }
  out << "static constexpr char " << name << "_text[] =";
  text.write(out);
  out << ";\nstatic constexpr WordTable::Slot " << name << "_slots[] = {\n";
  for (const WordTable::Slot& slot : slots)
    out << '{' << slot.word_at << ',' << slot.base_at << ',' << unsigned{slot.word_size} << ','
        << unsigned{slot.base_size} << ',' << slot.flags << "},\n";
  out << "};\nconst WordTable " << name << "(" << name << "_text, " << name << "_slots, " << count << ");\n";
}

}  // namespace nsearch::analysis::make_tables
