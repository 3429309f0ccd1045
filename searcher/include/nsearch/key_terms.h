// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "nsearch/export.h"
#include "nsearch/query.h"

/// The words that mark some documents
/// ==================================
///
///     nsearch::SearchRequest period;
///     period.query = "date:2025-03";
///     for (const nsearch::LanguageKeyTerms& in : searcher.key_terms(period).languages)
///       for (const nsearch::KeyTerm& word : in.terms)
///         std::cout << in.language << ' ' << word.text << ' ' << word.log_likelihood << '\n';
///
/// A word marks the documents that a query finds if more of them hold it than of the rest. Documents are counted, not
/// occurrences, so that one long article doesn't speak for a month (J. Egbert, D. Biber: Incorporating text dispersion
/// into keyword analyses, Corpora 14, 2019). How sure that is: the log-likelihood ratio G2 of the four counts (T. Dunning:
/// Accurate Methods for the Statistics of Surprise and Coincidence, 1993). How much: the log ratio, the binary logarithm
/// of how many times as frequent the word is (A. Hardie, 2014). Each language is compared with itself.
namespace nsearch {

struct KeyTermOptions {
  std::size_t limit = 20;               ///< words of each language
  double least_log_likelihood = 15.13;  ///< of a word; 15.13 is exceeded by chance by one word in 10,000
  double least_log_ratio = 1;           ///< 1: twice as frequent as in the rest; leaves stop words out
  std::uint64_t least_documents = 3;    ///< found ones that hold it
};

/// A word; counts are exact.
struct KeyTerm {
  std::string text;  ///< as it is mostly written in the documents found (in a part of them, looked at)
  std::string form;  ///< what is counted: its surface form, case and accents folded
  std::uint64_t documents = 0;  ///< found ones that hold it
  std::uint64_t rest = 0;       ///< other ones of the language that hold it
  double log_likelihood = 0;    ///< G2
  double log_ratio = 0;         ///< with 1/2 added to each count where the rest doesn't have the word
};

struct LanguageKeyTerms {
  std::string language;
  std::uint64_t documents = 0;  ///< found ones in this language
  std::uint64_t rest = 0;       ///< the others
  std::vector<KeyTerm> terms;   ///< highest G2 first
};

struct KeyTerms {
  std::optional<QueryDiagnostic> diagnostic;  ///< set: the query is malformed, nothing was searched
  std::vector<QueryDiagnostic> hints;
  std::vector<LanguageKeyTerms> languages;  ///< most documents found first
  std::uint64_t documents = 0;              ///< found
  double seconds = 0;
};

struct PresentOptions;

/// As JSON, as a table or for people ("json", "csv", "tsv", "text").
NSEARCH_EXPORT void present_key_terms(const KeyTerms& terms, const std::string& format, std::ostream& out,
                                      const PresentOptions& options);

}  // namespace nsearch
