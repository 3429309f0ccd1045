// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/conflation.h"

#include <algorithm>
#include <map>
#include <set>

#include "nsearch/error.h"
#include "quality/lines.h"

namespace nsearch::quality {
namespace {

using Group = std::vector<std::size_t>;  ///< forms, by number, ascending

struct Vocabulary {
  std::vector<std::string> forms;
  std::vector<std::set<std::string>> lemmas;  ///< of each form
  std::map<std::string, Group> by_lemma;
};

Vocabulary vocabulary_of(const std::vector<LemmaForm>& words) {
  std::map<std::string, std::set<std::string>> lemmas;
  for (const LemmaForm& word : words) lemmas[word.form].insert(word.lemma);
  Vocabulary out;
  for (auto& [form, its_lemmas] : lemmas) {
    for (const std::string& lemma : its_lemmas) out.by_lemma[lemma].push_back(out.forms.size());
    out.forms.push_back(form);
    out.lemmas.push_back(std::move(its_lemmas));
  }
  return out;
}

template <class Each>
void for_each_pair(const Group& group, const Each& each) {
  for (std::size_t i = 0; i < group.size(); ++i)
    for (std::size_t j = i + 1; j < group.size(); ++j) each(group[i], group[j]);
}

bool share_one(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& lemma) { return b.contains(lemma); });
}

}  // namespace

std::vector<LemmaForm> read_lemmas(const std::string& path) {
  std::vector<LemmaForm> words;
  for_each_line(path, [&](std::string_view line) {
    if (line.empty()) return;
    const auto fields = split(line, '\t');
    if (fields.size() < 2) throw Error(ErrorCode::usage, path + ": a line is not \"form TAB lemma\"");
    words.push_back({std::string(fields[0]), std::string(fields[1])});
  });
  return words;
}

Conflation count_conflation(const std::vector<LemmaForm>& words, const Stem& stem) {
  const Vocabulary vocabulary = vocabulary_of(words);
  std::vector<std::string> stems;
  std::map<std::string, Group> by_stem;
  for (std::size_t i = 0; i < vocabulary.forms.size(); ++i) {
    stems.push_back(stem(vocabulary.forms[i]));
    by_stem[stems.back()].push_back(i);
  }

  Conflation out;
  out.forms = vocabulary.forms.size();
  std::set<std::pair<std::size_t, std::size_t>>
      same_lemma;  // two forms may share two lemmas: one pair all the same
  for (const auto& [lemma, group] : vocabulary.by_lemma)
    for_each_pair(group, [&](std::size_t a, std::size_t b) { same_lemma.emplace(a, b); });
  out.lemma_pairs = same_lemma.size();
  for (const auto& [a, b] : same_lemma) out.together += stems[a] == stems[b];
  for (const auto& [same_stem, group] : by_stem)
    for_each_pair(group, [&](std::size_t a, std::size_t b) {
      ++out.stem_pairs;
      out.wrong += !share_one(vocabulary.lemmas[a], vocabulary.lemmas[b]);
    });
  return out;
}

}  // namespace nsearch::quality
