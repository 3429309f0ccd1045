// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>

#include "present/presenters.h"

namespace nsearch::searcher {
namespace {

/// "id" and run tag stand in columns parted by white space, which ids may hold.
std::string column(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) <= ' ') c = '_';
  return text.empty() ? "_" : text;
}

/// TREC run: query, Q0, document, rank, score, run.
class TrecPresenter : public Presenter {
 public:
  TrecPresenter(std::ostream& out, const PresentOptions& options) : out_(out), run_(column(options.run)) {}

  void results(const std::string& query_id, const SearchRequest&, const SearchResults& results) override {
    const std::string query = query_id.empty() ? "1" : column(query_id);
    char score[32];
    for (const Hit& hit : results.hits) {
      std::snprintf(score, sizeof score, "%.6f", hit.score);
      out_ << query << " Q0 " << column(hit.id) << ' ' << hit.rank << ' ' << score << ' ' << run_ << '\n';
    }
  }

 private:
  std::ostream& out_;
  std::string run_;
};

class IdsPresenter : public Presenter {
 public:
  explicit IdsPresenter(std::ostream& out) : out_(out) {}

  void results(const std::string&, const SearchRequest&, const SearchResults& results) override {
    for (const Hit& one : results.hits) hit(one);
  }
  void hit(const Hit& hit) override { out_ << hit.id << '\n'; }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Presenter> make_trec_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<TrecPresenter>(out, options);
}

std::unique_ptr<Presenter> make_ids_presenter(std::ostream& out, const PresentOptions&) {
  return std::make_unique<IdsPresenter>(out);
}

}  // namespace nsearch::searcher
