// SPDX-License-Identifier: GPL-2.0-or-later
#include "alerts/alert_search.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "result/hits.h"

namespace nsearch::searcher {

namespace {

/// Documents whose terms are held in memory at a time.
constexpr std::size_t most_in_memory = 5000;

/// Holding a document's terms costs a thirtieth of what a search of the whole index costs, about.
constexpr std::size_t documents_a_search = 30;

class Search {
 public:
  Search(OpenIndexes& indexes, const AlertRun& run, AnalysisMemo& memo)
      : indexes_(indexes), run_(run), memo_(memo) {}

  AlertAnswers all(const std::vector<KeptAlert*>& alerts) {
    answers_.all_in_memory = true;
    const std::size_t shards = indexes_.shards().size();
    std::map<Sequences, std::vector<std::size_t>> groups;  // by up to where they were told
    Sequences least;
    for (std::size_t i = 0; i < alerts.size(); ++i) {
      Sequences told(alerts[i]->told.begin(), alerts[i]->told.begin() + static_cast<std::ptrdiff_t>(shards));
      if (least.empty()) least = told;
      for (std::size_t s = 0; s < shards; ++s) least[s] = std::min(least[s], told[s]);
      groups[std::move(told)].push_back(i);
      answers_.alerts.push_back({alerts[i], {}, {}});
    }
    if (alerts.empty()) return std::move(answers_);
    documents_ = documents_after(indexes_.database(), least);
    answers_.documents = documents_.size();
    answers_.reached = least;
    for (const NewDocument& document : documents_) {
      std::int64_t& reached = answers_.reached[document.shard];
      reached = std::max(reached, document.sequence);
    }
    for (const auto& [told, members] : groups) group(told, members);
    return std::move(answers_);
  }

 private:
  void group(const Sequences& told, const std::vector<std::size_t>& members) {
    std::vector<Xapian::docid> numbers;
    for (const NewDocument& document : documents_) {
      if (document.sequence > told[document.shard]) numbers.push_back(document.number);
    }
    if (numbers.empty()) return;
    if (run_.plain_way || members.size() * documents_a_search < numbers.size()) {
      answers_.all_in_memory = false;
      for (const std::size_t i : members) add(i, find_plainly(indexes_, request(i), told));
      return;
    }
    for (auto begin = numbers.begin(); begin != numbers.end();) {
      const auto size = std::min<std::ptrdiff_t>(most_in_memory, numbers.end() - begin);
      Evaluation evaluation(indexes_, {begin, begin + size}, memo_);
      for (const std::size_t i : members) add(i, evaluation.find(request(i)));
      begin += size;
    }
  }

  SearchRequest request(std::size_t i) const {
    SearchRequest request = to_request(answers_.alerts[i].kept->alert);
    request.now = run_.now;
    return request;
  }

  void add(std::size_t i, FoundAmong&& found) {
    NewMatches& alert = answers_.alerts[i];
    if (found.diagnostic) alert.diagnostic = std::move(found.diagnostic);
    for (const Xapian::docid number : found.documents) alert.matches.push_back(match(number));
    std::stable_sort(alert.matches.begin(), alert.matches.end(), [](const NewMatch& a, const NewMatch& b) {
      return a.match.sequence < b.match.sequence;
    });
  }

  NewMatch match(Xapian::docid number) {
    std::shared_ptr<const StoredDocument>& document = stored_[number];
    if (!document)
      document = std::make_shared<const StoredDocument>(
          stored_document(indexes_.database().get_document(number), RecordPart::without_body));
    const auto at =
        std::lower_bound(documents_.begin(), documents_.end(), number,
                         [](const NewDocument& d, Xapian::docid wanted) { return d.number < wanted; });
    return {{at->sequence, {}, document}, at->shard};
  }

  OpenIndexes& indexes_;
  const AlertRun& run_;
  AnalysisMemo& memo_;
  std::vector<NewDocument> documents_;  ///< new to any of the alerts
  std::unordered_map<Xapian::docid, std::shared_ptr<const StoredDocument>> stored_;
  AlertAnswers answers_;
};

}  // namespace

AlertAnswers find_new(OpenIndexes& indexes, const std::vector<KeptAlert*>& alerts, const AlertRun& run,
                      AnalysisMemo& memo) {
  return Search(indexes, run, memo).all(alerts);
}

}  // namespace nsearch::searcher
