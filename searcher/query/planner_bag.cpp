// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/planner_bag.h"

#include <algorithm>

#include "query/exclusion.h"
#include "query/planner_filters.h"
#include "query/weights.h"

namespace nsearch::searcher {

using Xapian::Query;

namespace {

using Names = std::vector<std::string>;

bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Query all_of(const std::vector<Query>& queries) {
  return Query(Query::OP_AND, queries.begin(), queries.end());
}
Query any_of(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query either(const Query& a, const Query& b) {
  if (a.empty()) return b;
  return b.empty() ? a : Query(Query::OP_OR, a, b);
}

Query with_boost(const Query& query, const std::vector<Query>& boosts) {
  return boosts.empty() ? query : Query(Query::OP_AND_MAYBE, query, any_of(boosts));
}

Query boosted(const Query& query, double boost) {
  return boost == 1 || query.empty() ? query : Query(Query::OP_SCALE_WEIGHT, query, boost);
}

Query as_stop_word(const PlannedWord& word) {
  return Query(Query::OP_SCALE_WEIGHT, word.by_surface, weights::stop_word);
}

}  // namespace

void Bag::add_word(const QueryNode& node) {
  const char* kind = node.exact ? "=" : node.pattern ? "*" : "";
  const std::string text = node.field + ':' + kind + node.text + '~' + std::to_string(node.edits);
  const auto [known, first_time] = texts_.try_emplace(text, members_.size(), members_.size());
  auto& [begin, end] = known->second;
  if (first_time) {
    plan_word(node);
    end = members_.size();
  }
  for (std::size_t member = begin; member < end; ++member)
    standing_.push_back({member, added_++, !first_time});
}

void Bag::plan_word(const QueryNode& node) {
  last_ = node;
  for (PlannedWord& word : planner_.word(node)) {
    word.by_stem = boosted(word.by_stem, node.boost);
    word.by_surface = boosted(word.by_surface, node.boost);
    word.by_accents = boosted(word.by_accents, node.boost);
    word.by_others = boosted(word.by_others, node.boost);
    word.by_translation = boosted(word.by_translation, node.boost);
    members_.push_back({std::move(word), {}, false});
  }
}

void Bag::add_clause(Query query, bool checked) {
  ++added_;
  if (!checked) unchecked_clauses_.push_back(query);
  clauses_.push_back(std::move(query));
}
void Bag::require(Query query) {
  ++added_;
  required_.push_back(std::move(query));
}
void Bag::exclude(Query query) {
  ++added_;
  excluded_.push_back(std::move(query));
}
void Bag::filter(Query query) {
  ++added_;
  filters_.push_back(std::move(query));
}

bool Bag::empty() const {
  return members_.empty() && clauses_.empty() && required_.empty() && excluded_.empty() && filters_.empty();
}

/// Languages in which the bag asks for stop words and nothing else: there they count as words.
Names Bag::languages_of_stop_words_only() const {
  if (members_.empty() || !clauses_.empty() || !required_.empty()) return {};
  Names languages = members_.front().optional_in;
  for (const Member& member : members_) {
    std::erase_if(languages,
                  [&](const std::string& language) { return !holds(member.optional_in, language); });
  }
  return languages;
}

/// Each run of words between which nothing else stands.
std::vector<std::vector<PlannedWord*>> Bag::side_by_side(bool again_too) {
  std::vector<std::vector<PlannedWord*>> runs;
  std::size_t next = 0;
  for (const Standing& one : standing_) {
    if (one.again && !again_too) continue;
    if (runs.empty() || one.place != next) runs.emplace_back();
    runs.back().push_back(&members_[one.member].word);
    next = one.place + 1;
  }
  return runs;
}

void Bag::relate_neighbours() {
  for (const auto& words : side_by_side(true)) planner_.join(words);
  for (const auto& words : side_by_side(false)) planner_.relate(words);
}

void Bag::settle_stop_words() {
  const Names all = planner_.languages();
  const bool shouting = members_.size() > 3 && std::all_of(members_.begin(), members_.end(),
                                                           [](const Member& m) { return m.word.capitals; });
  for (Member& member : members_) {
    if (member.word.capitals && !shouting) continue;
    member.optional_in = member.word.stop_in;
    // A text in an undetermined language may be in this one.
    if (!member.optional_in.empty() && holds(all, "und")) member.optional_in.push_back("und");
  }
  const Names stop_words_only = languages_of_stop_words_only();
  for (Member& member : members_) {
    std::erase_if(member.optional_in,
                  [&](const std::string& language) { return holds(stop_words_only, language); });
    member.everywhere = !member.optional_in.empty() && member.optional_in.size() == all.size();
    if (wanted_ && !member.everywhere) planner_.mark(member.word, member.optional_in.empty());
  }
}

void Bag::keep_rarest() {
  if (members_.size() <= weights::ranked_words || planner_.leave_to_whole()) return;
  planner_.hint(last_, "of " + std::to_string(members_.size()) + " words only the " +
                           std::to_string(weights::ranked_words) + " rarest are searched");
  std::erase_if(members_, [](const Member& member) { return member.word.documents == 0; });
  std::stable_sort(members_.begin(), members_.end(),
                   [](const Member& a, const Member& b) { return a.word.documents < b.word.documents; });
  if (members_.size() > weights::ranked_words) members_.resize(weights::ranked_words);
}

Query Bag::all_words() {
  std::vector<Query> needed = required_;
  std::vector<Query> boosts;
  needed.insert(needed.end(), clauses_.begin(), clauses_.end());
  for (const Member& member : members_) {
    if (member.everywhere) {
      boosts.push_back(as_stop_word(member.word));
    } else if (member.optional_in.empty()) {
      needed.push_back(member.word.whole());
    } else {
      needed.push_back(Query(Query::OP_OR, member.word.whole(), language_filter(member.optional_in)));
    }
  }
  return needed.empty() ? any_of(boosts) : with_boost(all_of(needed), boosts);
}

Query Bag::any_word(const std::vector<Query>& clauses) const {
  std::vector<Query> bringing = clauses;
  std::vector<Query> boosts;
  for (const Member& member : members_) {
    if (member.optional_in.empty()) {
      bringing.push_back(either(member.word.whole(), member.word.by_parts));
      continue;
    }
    if (member.word.stem_in_whole || !member.word.by_translation.empty())
      bringing.push_back(either(member.word.by_stem, member.word.by_translation));
    boosts.push_back(as_stop_word(member.word));
  }
  if (!required_.empty()) {
    boosts.insert(boosts.end(), bringing.begin(), bringing.end());
    return with_boost(all_of(required_), boosts);
  }
  if (!bringing.empty()) return with_boost(any_of(bringing), boosts);
  if (!clauses_.empty()) return Query();  // clauses that are checked bring documents by themselves
  // Stop words of several languages, and nothing that they mean elsewhere: each is found as if it stood alone.
  std::vector<Query> alone;
  for (const Member& member : members_) alone.push_back(scaled(member.word.whole(), weights::stop_word));
  return any_of(alone);
}

Query Bag::filtered(Query query) const {
  const bool words = !members_.empty() || !clauses_.empty() || !required_.empty();
  if (!filters_.empty()) query = words ? Query(Query::OP_FILTER, query, all_of(filters_)) : all_of(filters_);
  if (excluded_.empty()) return query;
  if (!words && filters_.empty()) query = Query::MatchAll;
  for (const Query& unwanted : excluded_) query = excluding(query, unwanted);
  return query;
}

Query Bag::query() {
  relate_neighbours();
  settle_stop_words();
  if (implicit_ == ImplicitOperator::or_) keep_rarest();
  return filtered(implicit_ == ImplicitOperator::or_ ? any_word(clauses_) : all_words());
}

Query Bag::unchecked() const {
  return any_word(unchecked_clauses_);
}

}  // namespace nsearch::searcher
