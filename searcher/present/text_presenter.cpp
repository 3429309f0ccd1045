// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdio>

#include "present/hit_text.h"
#include "present/mark.h"
#include "present/presenters.h"
#include "present/text_counts.h"

namespace nsearch::searcher {
namespace {

constexpr std::size_t most_ids = 3;  // of copies; JSON has more

std::string seconds(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f s", value);
  return text;
}

std::string total_text(const Total& total) {
  if (total.exact()) return std::to_string(total.lower);
  return "about " + std::to_string(total.estimate) + " (at least " + std::to_string(total.lower) + ")";
}

class TextPresenter : public Presenter {
 public:
  TextPresenter(std::ostream& out, const PresentOptions& options)
      : out_(out), options_(options), palette_(options.colour) {}

  void results(const std::string& query_id, const SearchRequest& request,
               const SearchResults& results) override {
    if (!query_id.empty()) out_ << "== " << printable(query_id) << ": " << printable(request.query) << '\n';
    for (const Hit& hit : results.hits) {
      write_hit(hit, out_, palette_);
      if (hit.copies.more > 0) write(hit.copies, results.folding && !results.folding->exact);
      out_ << '\n';
    }
    write_counts(results, out_, palette_, options_);
    write_footer(request, results);
  }

 private:
  void write(const FoldedCopies& copies, bool at_least) {
    out_ << "   " << palette_.faint << '+' << copies.more << " more" << (at_least ? " at least" : "") << ':';
    const std::size_t shown = std::min(copies.ids.size(), most_ids);
    for (std::size_t i = 0; i < shown; ++i) out_ << (i == 0 ? " " : ", ") << printable(copies.ids[i]);
    out_ << (copies.more > shown ? ", ..." : "") << palette_.reset << '\n';
  }

  void write_footer(const SearchRequest& request, const SearchResults& results) {
    if (results.hits.empty() && results.total.upper == 0) {
      out_ << "Nothing found.\n";
      return;
    }
    if (!results.hits.empty())
      out_ << results.hits.front().rank << " to " << results.hits.back().rank << " of ";
    else if (request.limit > 0)
      out_ << "No more results: ";
    if (results.folding)
      out_ << (results.folding->exact ? "" : "at least ") << results.folding->texts << " texts in ";
    out_ << total_text(results.total) << " documents (" << seconds(results.seconds) << ")\n";
  }

  std::ostream& out_;
  PresentOptions options_;
  Palette palette_;
};

}  // namespace

std::unique_ptr<Presenter> make_text_presenter(std::ostream& out, const PresentOptions& options) {
  return std::make_unique<TextPresenter>(out, options);
}

}  // namespace nsearch::searcher
