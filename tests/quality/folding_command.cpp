// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "document_terms.h"
#include "quality/commands.h"
#include "quality/folding_pairs.h"
#include "quality/half.h"
#include "quality/table.h"
#include "resemblance/fold_signature.h"
#include "storage/index_schema.h"

namespace nsearch::quality {
namespace {

using nlohmann::ordered_json;

constexpr int shares[] = {5, 10, 15, 20, 30};
constexpr std::size_t least_words = 40, most_of_corpus = 150;

/// Rows of the tables.
using Names = std::vector<const char*>;

/// The signature that the index would hold.
class Signer {
 public:
  std::string operator()(const FoldText& text) {
    StoredDocument document;
    document.id = text.id;
    document.title = text.title;
    document.body = text.body;
    document.language = text.language.empty() ? "und" : text.language;
    document.spans = {{0, static_cast<std::uint32_t>(text.body.size()), document.language}};
    terms_.make(document, "", postings_);
    for (const auto& [slot, value] : postings_.values)
      if (slot == schema::slot_fold) return value;
    return {};
  }

 private:
  indexer::DocumentTerms terms_;
  indexer::DocumentPostings postings_;
};

struct Counted {
  std::size_t pairs = 0, folded = 0;
  double share() const { return pairs == 0 ? 0 : static_cast<double>(folded) / static_cast<double>(pairs); }
  void add(bool copy) {
    ++pairs;
    folded += copy;
  }
};

struct Rows {
  std::array<std::array<Counted, std::size(shares)>, std::size(all_edits)> edits;
  Counted story, made, other;

  /// Of edits under 20 %.
  Counted recall() const {
    Counted all;
    for (const auto& row : edits)
      for (std::size_t s = 0; s < std::size(shares) && shares[s] < 20; ++s)
        all.pairs += row[s].pairs, all.folded += row[s].folded;
    return all;
  }
  /// With as many negatives as positives, half of them on one story and half from one template.
  double precision() const {
    const double wrong = (story.share() + made.share()) / 2, right = recall().share();
    return right == 0 ? 0 : right / (right + wrong);
  }
};

class Measurement {
 public:
  explicit Measurement(const FoldOptions& options)
      : options_(options),
        sets_(options.fresh ? Names{"fresh"} : Names{"development", "held-out"}),
        rows_(sets_.size()) {}

  int run() {
    const std::string folder = options_.data + "/corpora";
    const std::vector<FoldText> articles =
        press_articles(folder, least_words, most_of_corpus, options_.fresh ? most_of_corpus : 0);
    if (articles.size() < 2) {
      std::cerr << "skipped: " << folder << " is absent (name another folder with --data)\n";
      return skipped;
    }
    count_edits(articles);
    count_negatives(press_articles(folder, least_words, 1u << 20, 0));
    if (options_.json) {
      print_json();
    } else {
      print();
    }
    return 0;
  }

 private:
  Rows& rows(const std::string& id) { return rows_[half_of(id) == Half::a ? 0 : rows_.size() - 1]; }

  void count_edits(const std::vector<FoldText>& articles) {
    std::mt19937 random(options_.fresh ? 2 : 1);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const std::string signature = sign_(articles[i]);
      const FoldText& other = articles[(i + 1) % articles.size()];
      for (std::size_t e = 0; e < std::size(all_edits); ++e) {
        for (std::size_t s = 0; s < std::size(shares); ++s) {
          const FoldText copy = edited(articles[i], all_edits[e], shares[s] / 100.0, other, random);
          const std::string copied = sign_(copy);
          const bool found = resemblance::are_copies(signature, copied);
          rows(articles[i].id).edits[e][s].add(found);
          if (options_.list && !found && shares[s] < 20) list("missed", articles[i], copy);
        }
      }
    }
  }

  void count(const std::vector<FoldPair>& pairs, Counted Rows::*kind, const char* what) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto& [a, b] = pairs[i];
      const bool copy = resemblance::are_copies(sign_(a), sign_(b));
      (rows(a.id).*kind).add(copy);
      if (options_.list && copy) list(what, a, b);
    }
  }

  void count_negatives(const std::vector<FoldText>& articles) {
    count(same_story(articles, options_.fresh ? 1 : 0, copies_), &Rows::story, "folded, same story");
    count(options_.fresh ? templated(fresh_templates(), 200, 2) : templated(news_templates(), 200, 1),
          &Rows::made, "folded, templated");
    std::vector<FoldPair> others;
    for (std::size_t i = options_.fresh ? 2 : 0; i + 1 < articles.size(); i += 4)
      others.emplace_back(articles[i], articles[i + 1]);
    count(others, &Rows::other, "folded, unrelated");
  }

  void list(const char* what, const FoldText& a, const FoldText& b) {
    const resemblance::Resemblance r = resemblance::resemblance(sign_(a), sign_(b));
    std::cout << what << ": " << a.id << " and " << b.id << ": text " << number(r.text, 2) << ", numbers "
              << number(r.numbers, 2) << ", names " << number(r.names, 2) << "\n  " << a.title << "\n  "
              << b.title << '\n';
    if (a.id == b.id) std::cout << "  " << a.body << "\n  " << b.body << '\n';
  }

  void print() const {
    Table table({"copies folded", "5 %", "10 %", "15 %", "20 %", "30 %"});
    for (std::size_t set = 0; set < sets_.size(); ++set)
      for (std::size_t e = 0; e < std::size(all_edits); ++e) {
        std::vector<std::string> row{std::string(sets_[set]) + ", " + name(all_edits[e])};
        for (const Counted& counted : rows_[set].edits[e]) row.push_back(number(counted.share(), 4));
        table.add(row);
      }
    table.print(std::cout);
    std::cout << '\n';
    Table others({"others folded", "same story", "pairs", "one template", "pairs", "unrelated", "pairs"});
    Table result({"edits under 20 %", "pairs", "recall", "precision"});
    for (std::size_t set = 0; set < sets_.size(); ++set) {
      const Rows& r = rows_[set];
      others.add({sets_[set], number(r.story.share(), 4), std::to_string(r.story.pairs),
                  number(r.made.share(), 4), std::to_string(r.made.pairs), number(r.other.share(), 4),
                  std::to_string(r.other.pairs)});
      result.add({sets_[set], std::to_string(r.recall().pairs), number(r.recall().share(), 4),
                  number(r.precision(), 4)});
    }
    others.print(std::cout);
    std::cout << '\n';
    result.print(std::cout);
    std::cout << '\n'
              << copies_ << " pairs on one story are left out: a third of their sentences are the same.\n";
  }

  void print_json() const {
    ordered_json out = ordered_json::array();
    for (std::size_t set = 0; set < sets_.size(); ++set) {
      const Rows& r = rows_[set];
      ordered_json json{
          {"set", sets_[set]},           {"pairs", r.recall().pairs},     {"recall", r.recall().share()},
          {"precision", r.precision()},  {"same_story", r.story.share()}, {"one_template", r.made.share()},
          {"unrelated", r.other.share()}};
      for (std::size_t e = 0; e < std::size(all_edits); ++e)
        for (std::size_t s = 0; s < std::size(shares); ++s)
          json["copies"][name(all_edits[e])][std::to_string(shares[s])] = r.edits[e][s].share();
      out.push_back(std::move(json));
    }
    std::cout << out.dump(2) << '\n';
  }

  FoldOptions options_;
  Signer sign_;
  Names sets_;
  std::vector<Rows> rows_;
  std::size_t copies_ = 0;
};

}  // namespace

int run_folding(const FoldOptions& options) {
  return Measurement(options).run();
}

}  // namespace nsearch::quality
