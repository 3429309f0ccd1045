// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/form_walk.h"

namespace nsearch::searcher {

FormWalk::FormWalk(const Xapian::Database& database, std::string_view place, std::string_view beginning,
                   const glass::Shards* local)
    : place_(place) {
  const std::string prefix = place_ + std::string(beginning);
  if (local != nullptr && local->size() == 1 && !prefix.empty()) {
    local_.emplace((*local)[0].postings(), prefix);
  } else {
    at_ = database.allterms_begin(prefix);
    end_ = database.allterms_end(prefix);
  }
  settle();
}

void FormWalk::next() {
  local_ ? local_->next() : static_cast<void>(++at_);
  settle();
}

void FormWalk::skip_to_term(const std::string& term) {
  local_ ? local_->skip_to(term) : at_.skip_to(term);
}

void FormWalk::skip_to(std::string_view form) {
  skip_to_term(place_ + std::string(form));
  settle();
}

void FormWalk::settle() {
  while (!done()) {
    if (local_) {
      form_.assign(local_->term(), place_.size());
    } else {
      form_ = (*at_).substr(place_.size());
    }
    if (!form_.empty() && (form_.front() < 'A' || form_.front() > 'Z')) return;
    if (form_.empty()) {
      local_ ? local_->next() : static_cast<void>(++at_);
    } else {
      skip_to_term(place_ + "[");
    }
  }
}

std::string after_all(std::string_view beginning) {
  std::string next(beginning);
  next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);  // no byte of UTF-8 is 0xFF
  return next;
}

}  // namespace nsearch::searcher
