// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "glass/database.h"
#include "glass/positions.h"
#include "match/node.h"
#include "match/window.h"

namespace nsearch::searcher::match {

/// The frequency of terms that count as one, if they were independent, put together from the rarest up.
std::uint32_t frequency_of_any(const std::vector<std::uint32_t>& frequencies, double documents);

/// A term: weighs `share * wdf / (wdf + norm)`. Its list is read in the table, or in memory where it is kept.
class Term : public Node {
 public:
  Term(const glass::Database& database, std::string term);
  void set_share(double share);

  std::uint32_t seek(std::uint32_t document) override {
    if (walk_) return walk_->seek(document);
    list_->seek(document);
    return list_->document();
  }
  bool at(std::uint32_t document) override {
    if (walk_) return walk_->at(document);
    return (set_ == nullptr || set_->holds(document)) && seek(document) == document;
  }
  double weight(std::uint32_t, double norm) override {
    if (share_ == 0) return 0;
    const double times = wdf();
    return share_ * (times / (norm + times));
  }
  void rewind() override { walk_ ? walk_->rewind() : list_->rewind(); }
  void gather(Window& window) override { gather_as(window, share_); }
  void gather_matches(Window& window, float weight) override;
  /// As a term of that share.
  void gather_as(Window& window, double share);

  std::uint32_t wdf() const { return walk_ ? walk_->wdf() : list_->wdf(); }
  std::uint32_t frequency() const { return frequency_; }
  const std::string& term() const { return term_; }

 private:
  glass::PostingList& ahead(const Window& window);
  template <typename Take>
  void take(const Window& window, Take&& take);

  std::string term_;
  std::uint32_t frequency_ = 0;
  std::optional<glass::KeptWalk> walk_, walk_ahead_;  ///< where the list is kept; for gathering
  const glass::KeptList* set_ = nullptr;              ///< the same documents
  std::optional<glass::PostingList> list_, ahead_;    ///< where it isn't; for gathering
  double share_ = 0;
};

/// Every document.
class All : public Node {
 public:
  explicit All(const glass::Database& database) : database_(database) {
    counts = {database.documents(), static_cast<double>(database.documents()), database.documents()};
  }
  std::uint32_t seek(std::uint32_t document) override;
  double weight(std::uint32_t, double) override { return 0; }
  void rewind() override {}
  void gather_matches(Window& window, float weight) override;

 private:
  const glass::Database& database_;
};

/// Documents that have a tombstone.
class Dead : public Node {
 public:
  explicit Dead(const glass::Database& database) : dead_(database.dead()) {
    const std::uint32_t number = database.dead_documents();
    counts = {number, static_cast<double>(number), number};
  }
  std::uint32_t seek(std::uint32_t document) override;
  bool at(std::uint32_t document) override {
    return document / 64 < dead_.size() && (dead_[document / 64] >> document % 64 & 1) != 0;
  }
  double weight(std::uint32_t, double) override { return 0; }
  void rewind() override {}
  void gather_matches(Window& window, float weight) override;

 private:
  const std::vector<std::uint64_t>& dead_;
};

/// Documents that match any member.
class AnyOf : public Node {
 public:
  AnyOf(Nodes members, std::uint64_t documents);
  std::uint32_t seek(std::uint32_t document) override;
  bool at(std::uint32_t document) override;
  double weight(std::uint32_t document, double norm) override;
  void rewind() override;
  void gather(Window& window) override;
  void gather_matches(Window& window, float weight) override;

  const Nodes& members() const { return members_; }  ///< the most frequent first
  /// As the query has them. Weights are added up in this order, which doesn't depend on what a shard holds: documents alike
  /// weigh alike to the last bit.
  const std::vector<Node*>& as_asked() const { return as_asked_; }

 private:
  Nodes members_;
  std::vector<Node*> as_asked_;
};

/// Documents that have any of some terms, weighed as if these were one term.
class OneTerm : public Node {
 public:
  OneTerm(const glass::Database& database, std::vector<std::unique_ptr<Term>> terms);
  void set_share(double share);
  std::uint32_t frequency() const { return frequency_; }

  std::uint32_t seek(std::uint32_t document) override;
  bool at(std::uint32_t document) override;
  double weight(std::uint32_t document, double norm) override;
  void rewind() override;
  void gather(Window& window) override;
  void gather_matches(Window& window, float weight) override;

 private:
  const glass::Database& database_;
  std::vector<std::unique_ptr<Term>> terms_;
  std::uint32_t frequency_ = 0;
  double share_ = 0;
};

/// Documents gathered beforehand: of many terms, going through each list once is faster than to keep all in step.
class Gathered : public Node {
 public:
  /// `counted`: they will weigh.
  Gathered(const glass::Database& database, const std::vector<std::string>& terms, bool counted);
  /// How often each document has the terms weighs as one term would.
  void set_share(double share);
  std::uint32_t frequency() const { return frequency_; }  ///< where counted

  std::uint32_t seek(std::uint32_t document) override;
  double weight(std::uint32_t document, double norm) override;
  void rewind() override {}
  void gather(Window& window) override;
  void gather_matches(Window& window, float weight) override;

 private:
  void find_kept(const std::vector<std::string>& terms);
  glass::KeptUnions::Union union_of(const std::vector<std::string>& terms);
  const glass::KeptUnions::Union& held() const { return kept_ != nullptr ? *kept_ : own_; }

  const glass::Database& database_;
  glass::KeptUnions::Union own_;
  const glass::KeptUnions::Union* kept_ = nullptr;  // in place of own_
  std::vector<std::uint32_t> wdfs_;                 // of each document
  std::uint32_t frequency_ = 0;
  double share_ = 0;
};

/// Terms side by side, in this order.
class Phrase : public Node {
 public:
  Phrase(const glass::Database& database, std::vector<std::unique_ptr<Term>> terms);
  std::uint32_t seek(std::uint32_t document) override;
  bool at(std::uint32_t document) override;
  double weight(std::uint32_t document, double norm) override;
  void rewind() override;
  void gather_matches(Window& window, float weight) override;

  /// The same in two steps: has the document all terms, and are they side by side in it?
  std::uint32_t seek_all(std::uint32_t document);
  bool has_all(std::uint32_t document);
  bool side_by_side(std::uint32_t document);

 private:
  struct Word {
    std::unique_ptr<Term> term;
    glass::PositionReader positions;
    std::uint32_t place = 0;  // in the phrase
  };
  std::vector<Word> words_;      // the rarest first
  std::vector<Term*> as_asked_;  // for adding up weights: see AnyOf
  std::uint32_t verified_ = 0;
  std::vector<std::uint32_t> starts_;
};

/// Documents that match all of `required` and none of `excluded`; `optional` only weighs.
class AllOf : public Node {
 public:
  struct Parts {
    Nodes required, optional, excluded;
  };
  AllOf(Parts parts, std::uint64_t documents);
  std::uint32_t seek(std::uint32_t document) override;
  bool at(std::uint32_t document) override;
  double weight(std::uint32_t document, double norm) override;
  void rewind() override;
  void gather_matches(Window& window, float weight) override;

  const Parts& parts() const { return parts_; }                     ///< the rarest required one first
  const std::vector<Node*>& as_asked() const { return as_asked_; }  ///< what is required: see AnyOf

 private:
  bool also(std::uint32_t document);  // besides the first
  Parts parts_;
  std::vector<Node*> as_asked_;
  /// What seek() found last: its parts can't be asked about documents before it again.
  std::uint32_t found_ = 0;
};

}  // namespace nsearch::searcher::match
