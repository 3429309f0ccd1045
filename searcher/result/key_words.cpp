// SPDX-License-Identifier: GPL-2.0-or-later
#include "result/key_words.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

#include "result/keyness.h"
#include "result/spellings.h"
#include "storage/index_schema.h"

namespace nsearch::searcher {

namespace {

using LanguageNumber = std::uint8_t;  // 0: none; languages of an index are far fewer than 255

/// Which language each document is indexed under.
class DocumentLanguages {
 public:
  explicit DocumentLanguages(const Xapian::Database& database) : of_(database.get_lastdocid() + 1, 0) {
    for (auto value = database.valuestream_begin(schema::slot_language);
         value != database.valuestream_end(schema::slot_language); ++value) {
      const LanguageNumber number = number_of(*value);
      of_[value.get_docid()] = number;
      ++documents_[number];
    }
  }

  LanguageNumber of(Xapian::docid document) const { return document < of_.size() ? of_[document] : 0; }
  std::uint64_t documents(LanguageNumber number) const { return documents_[number]; }
  const std::string& name(LanguageNumber number) const { return names_[number]; }
  std::size_t count() const { return names_.size() - 1; }

 private:
  LanguageNumber number_of(const std::string& language) {
    const auto known = std::find(names_.begin() + 1, names_.end(), language);
    const auto number = static_cast<std::size_t>(known - names_.begin());
    if (number > 255) return 0;
    if (known == names_.end()) {
      names_.push_back(language);
      documents_.push_back(0);
    }
    return static_cast<LanguageNumber>(number);
  }

  std::vector<LanguageNumber> of_;
  std::vector<std::string> names_{std::string()};
  std::vector<std::uint64_t> documents_{0};
};

bool is_surface_form(const std::string& term) {
  return !term.empty() && (term[0] < 'A' || term[0] > 'Z');
}

/// What is known of one language's documents found.
struct Target {
  std::vector<Xapian::docid> documents;
  std::unordered_map<std::string, std::uint64_t> with;  // by surface form
};

struct Candidate {
  std::string form;
  WordCounts counts;
  double most = 0;  // the highest G2 that it can have
};

class KeyWords {
 public:
  KeyWords(const Xapian::Database& database, const KeyTermOptions& options)
      : database_(database), options_(options), languages_(database) {}

  void add(Xapian::docid document) {
    Target& target = targets_[languages_.of(document)];
    target.documents.push_back(document);
    for (auto term = database_.termlist_begin(document); term != database_.termlist_end(document); ++term) {
      std::string form = *term;
      if (is_surface_form(form)) ++target.with[std::move(form)];
    }
  }

  void finish(const ProtectedWords& protected_words, KeyTerms& terms) {
    for (const auto& [language, target] : targets_) {
      LanguageKeyTerms found = in(language, target);
      spell(database_, target.documents, protected_words, found);
      terms.languages.push_back(std::move(found));
    }
    std::stable_sort(terms.languages.begin(), terms.languages.end(),
                     [](const auto& a, const auto& b) { return a.documents > b.documents; });
  }

 private:
  LanguageKeyTerms in(LanguageNumber language, const Target& target) const {
    LanguageKeyTerms found;
    found.language = languages_.name(language);
    found.documents = target.documents.size();
    found.rest = languages_.documents(language) - found.documents;
    for (Candidate& candidate : candidates(language, target)) {
      const bool full = found.terms.size() == options_.limit;
      if (full && (found.terms.empty() || candidate.most < found.terms.back().log_likelihood)) break;
      candidate.counts.rest_with = holders(language, candidate.form) - candidate.counts.with;
      add(candidate, found.terms);
    }
    return found;
  }

  /// Those that can count as key words, the ones that could be first in front.
  std::vector<Candidate> candidates(LanguageNumber language, const Target& target) const {
    std::vector<Candidate> all;
    const std::uint64_t of = target.documents.size(), in_language = languages_.documents(language);
    for (const auto& [form, with] : target.with) {
      if (with < options_.least_documents) continue;
      Candidate candidate{form, {with, of, 0, in_language - of}, 0};
      // Not more of its documents can be in other languages than there are.
      const std::uint64_t all_with = database_.get_termfreq(form);
      const std::uint64_t elsewhere = database_.get_doccount() - in_language;
      if (all_with > with + elsewhere) candidate.counts.rest_with = all_with - with - elsewhere;
      candidate.most = log_likelihood(candidate.counts);
      if (candidate.most >= options_.least_log_likelihood &&
          log_ratio(candidate.counts) >= options_.least_log_ratio)
        all.push_back(std::move(candidate));
    }
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
      return a.most != b.most ? a.most > b.most : a.form < b.form;
    });
    return all;
  }

  /// How many documents in a language hold a form.
  std::uint64_t holders(LanguageNumber language, const std::string& form) const {
    if (languages_.count() == 1) return database_.get_termfreq(form);
    std::uint64_t number = 0;
    for (auto posting = database_.postlist_begin(form); posting != database_.postlist_end(form); ++posting)
      number += languages_.of(*posting) == language;
    return number;
  }

  void add(const Candidate& candidate, std::vector<KeyTerm>& terms) const {
    KeyTerm term;
    term.form = candidate.form;
    term.documents = candidate.counts.with;
    term.rest = candidate.counts.rest_with;
    term.log_likelihood = log_likelihood(candidate.counts);
    term.log_ratio = log_ratio(candidate.counts);
    if (term.log_likelihood < options_.least_log_likelihood || term.log_ratio < options_.least_log_ratio)
      return;
    const auto at =
        std::upper_bound(terms.begin(), terms.end(), term, [](const KeyTerm& a, const KeyTerm& b) {
          return a.log_likelihood != b.log_likelihood ? a.log_likelihood > b.log_likelihood : a.form < b.form;
        });
    terms.insert(at, std::move(term));
    if (terms.size() > options_.limit) terms.pop_back();
  }

  const Xapian::Database& database_;
  const KeyTermOptions options_;
  const DocumentLanguages languages_;
  std::map<LanguageNumber, Target> targets_;
};

}  // namespace

void find_key_words(const Xapian::Database& database, const Found& found, const KeyTermOptions& options,
                    const ProtectedWords& protected_words, KeyTerms& terms) {
  KeyWords words(database, options);
  for_each_found(database, found, database.get_doccount(), [&](Xapian::docid document) {
    ++terms.documents;
    words.add(document);
    return true;
  });
  words.finish(protected_words, terms);
}

}  // namespace nsearch::searcher
