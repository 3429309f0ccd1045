// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/term_walk.h"

#include "glass/posting_list.h"

namespace nsearch::glass {

TermWalk::TermWalk(const Table& postings, std::string_view beginning) : cursor_(postings) {
  append_sortable_text(beginning_, beginning, false);
  skip_to(beginning);
}

std::uint32_t TermWalk::frequency() const {
  return PostingList::frequency(cursor_);
}

void TermWalk::next() {
  key_.assign(cursor_.key());
  done_ = !cursor_.next();
  if (!done_ && cursor_.key() <= key_) cursor_.corrupt("keys are out of order");
  settle();
}

void TermWalk::skip_to(std::string_view term) {
  key_.clear();
  append_sortable_text(key_, term, false);
  go_to_key();
  settle();
}

/// Goes to the first entry whose key is not before key_. Where keys were out of order a walk might never end.
void TermWalk::go_to_key() {
  done_ = !cursor_.seek(key_) && !cursor_.next();
  if (!done_ && cursor_.key() < key_) cursor_.corrupt("keys are out of order");
}

/// Passes over the later chunks of lists.
void TermWalk::settle() {
  while (!done_) {
    const std::string_view key = cursor_.key();
    done_ = !key.starts_with(beginning_);
    if (done_) break;
    const auto* at = reinterpret_cast<const Byte*>(key.data());
    const Byte* const end = at + key.size();
    take_sortable_text(at, end, term_);
    if (at == end && !key.ends_with('\0')) break;
    if (at == end) cursor_.corrupt("a key holds no term");  // closed, but nothing follows
    key_.assign(key, 0, key.size() - static_cast<std::size_t>(end - at));
    key_ += '\xff';  // behind its chunks, and how a term begins that goes on with a zero byte
    go_to_key();
  }
  if (!done_) cursor_.check();
}

}  // namespace nsearch::glass
