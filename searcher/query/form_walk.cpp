// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/form_walk.h"

namespace nsearch::searcher {

FormWalk::FormWalk(const Xapian::Database& database, std::string_view place, std::string_view beginning)
    : place_(place) {
  const std::string prefix = place_ + std::string(beginning);
  at_ = database.allterms_begin(prefix);
  end_ = database.allterms_end(prefix);
  settle();
}

void FormWalk::next() {
  ++at_;
  settle();
}

void FormWalk::skip_to(std::string_view form) {
  at_.skip_to(place_ + std::string(form));
  settle();
}

void FormWalk::settle() {
  while (!done()) {
    form_ = (*at_).substr(place_.size());
    if (!form_.empty() && (form_.front() < 'A' || form_.front() > 'Z')) return;
    if (form_.empty())
      ++at_;
    else
      at_.skip_to(place_ + "[");
  }
}

std::string after_all(std::string_view beginning) {
  std::string next(beginning);
  next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);  // no byte of UTF-8 is 0xFF
  return next;
}

}  // namespace nsearch::searcher
