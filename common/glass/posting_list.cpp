// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass/posting_list.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace nsearch::glass {

namespace {

constexpr std::string_view lengths_key("\x00\xe0", 2);

const Byte* begin_of(std::string_view bytes) {
  return reinterpret_cast<const Byte*>(bytes.data());
}
const Byte* end_of(std::string_view bytes) {
  return begin_of(bytes) + bytes.size();
}

/// Four postings whose gaps and numbers take a byte each, as most do: gap, wdf, gap, wdf ...
class FourPostings {
 public:
  static constexpr std::ptrdiff_t bytes = 8;
  static constexpr std::uint32_t most_span = 4 * 128;

  explicit FourPostings(const Byte* at) {
    std::memcpy(&bytes_, at, bytes);
    if constexpr (std::endian::native == std::endian::big) bytes_ = __builtin_bswap64(bytes_);
  }

  bool are() const { return (bytes_ & 0x8080808080808080u) == 0; }
  std::uint32_t gap(unsigned number) const { return static_cast<Byte>(bytes_ >> (16 * number)); }
  std::uint32_t wdf(unsigned number) const { return static_cast<Byte>(bytes_ >> (16 * number + 8)); }
  /// From the document before the first to the last.
  std::uint32_t span() const {
    const std::uint64_t gaps = bytes_ & 0x00FF00FF00FF00FFu;
    return static_cast<std::uint32_t>((gaps * 0x0001000100010001u) >> 48) + 4;
  }

 private:
  std::uint64_t bytes_ = 0;
};

/// A posting but a list's first: most take two bytes, or three where the gap is wide.
bool take_posting(const Byte*& at, const Byte* end, std::uint32_t& gap, std::uint32_t& wdf) {
  if (end - at < 3) return take_varint(at, end, gap) && take_varint(at, end, wdf);
  if (((at[0] | at[1]) & 0x80) == 0) {
    gap = at[0];
    wdf = at[1];
    at += 2;
    return true;
  }
  if (at[0] >= 0x80 && ((at[1] | at[2]) & 0x80) == 0) {
    gap = (at[0] & 0x7Fu) | std::uint32_t{at[1]} << 7;
    wdf = at[2];
    at += 3;
    return true;
  }
  return take_varint(at, end, gap) && take_varint(at, end, wdf);
}

struct Head {
  std::uint32_t documents = 0;
  std::uint64_t occurrences = 0;
  std::uint32_t first = 0;
};

/// What the first chunk of a list begins with.
bool take_head(const Byte*& at, const Byte* end, Head& head) {
  return take_varint(at, end, head.documents) && take_varint(at, end, head.occurrences) &&
         take_varint(at, end, head.first) && head.first++ < UINT32_MAX - 1;
}

}  // namespace

std::uint32_t PostingList::frequency(const Table& table, std::string_view term) {
  std::string key;
  append_sortable_text(key, term, false);
  Cursor cursor(table);
  return cursor.seek(key) ? frequency(cursor) : 0;
}

std::uint32_t PostingList::frequency(const Cursor& first) {
  std::string buffer;
  const std::string_view tag = first.plain_tag(buffer);
  const Byte* at = begin_of(tag);
  Head head;
  if (!take_head(at, end_of(tag), head)) first.corrupt("a posting list is damaged");
  first.check();
  return head.documents;
}

/// `at` is where a chunk tells whether it is the last.
bool PostingList::open_chunk(const Byte* at, const Byte* end, std::uint32_t first) {
  std::uint32_t length = 0;
  if (at == end || (*at != '0' && *at != '1')) return false;
  chunk_.is_last = *at++ == '1';
  if (!take_varint(at, end, length) || length > UINT32_MAX - 1 - first) return false;
  chunk_.in = at;
  chunk_.end = end;
  chunk_.before = first;
  chunk_.last = first + length;
  chunk_.at_first = true;
  at_ = size_ = 0;
  ++chunks_;
  return true;
}

bool PostingList::open(std::string_view term) {
  key_.clear();
  append_sortable_text(key_, term, false);
  if (cursor_.seek(key_)) return open_first_chunk();
  frequency_ = at_ = size_ = 0;
  chunk_.is_last = true;
  return false;
}

bool PostingList::open_at(const Cursor& first) {
  cursor_ = first;
  key_ = first.key();
  return open_first_chunk();
}

bool PostingList::open_first_chunk() {
  frequency_ = at_ = size_ = chunks_ = 0;
  first_in_place_ = false;
  chunk_.is_last = true;
  const std::string_view tag = cursor_.plain_tag(tag_);
  const Byte* at = begin_of(tag);
  Head head;
  if (!take_head(at, end_of(tag), head) || !open_chunk(at, end_of(tag), head.first)) corrupt();
  frequency_ = head.documents;
  occurrences_ = head.occurrences;
  key_ += '\0';
  first_chunk_ = chunk_;
  first_cursor_ = cursor_;
  first_in_place_ = tag.data() != tag_.data();
  decode();
  const auto first_wdf = size_ == 0 ? 0 : wdfs_[0];
  most_wdf_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(
      std::max<std::uint64_t>(head.occurrences - std::min<std::uint64_t>(head.occurrences, first_wdf),
                              first_wdf),
      UINT32_MAX));
  return size_ > 0;
}

bool PostingList::open_lengths(std::uint32_t document) {
  chunks_ = 0;
  key_ = lengths_key;
  std::string wanted = key_;
  append_sortable(wanted, document);
  cursor_.seek(wanted);
  if (cursor_.key() == lengths_key) {
    const std::string_view tag = cursor_.plain_tag(tag_);
    const Byte* at = begin_of(tag);
    Head head;
    if (!take_head(at, end_of(tag), head) || !open_chunk(at, end_of(tag), head.first)) corrupt();
  } else if (!open_later_chunk()) {
    return false;
  }
  decode();
  return size_ > 0;
}

/// Opens the chunk at the cursor, if it is one of the list, and not its first.
bool PostingList::open_later_chunk() {
  if (!cursor_.key().starts_with(key_)) return false;
  const Byte* at = begin_of(cursor_.key()) + key_.size();
  std::uint32_t first = 0;
  const std::string_view tag = cursor_.plain_tag(tag_);
  if (!take_sortable(at, end_of(cursor_.key()), first) || !open_chunk(begin_of(tag), end_of(tag), first))
    corrupt();
  return true;
}

/// The next postings of the chunk; none at its end.
void PostingList::decode() {
  at_ = 0;
  unsigned size = 0;
  bool whole = true;
  const Byte* in = chunk_.in;
  const Byte* const end = chunk_.end;
  std::uint32_t before = chunk_.before;
  if (chunk_.at_first && in != end) {
    chunk_.at_first = false;
    whole = take_varint(in, end, wdfs_[0]);
    documents_[0] = before;
    size = 1;
  }
  while (size < batch_ && in != end && whole) {
    if (size + 4 <= batch_ && end - in >= FourPostings::bytes) {
      const FourPostings four(in);
      if (four.are() && before < UINT32_MAX - FourPostings::most_span) {
        for (unsigned i = 0; i < 4; ++i) {
          documents_[size + i] = before += four.gap(i) + 1;
          wdfs_[size + i] = four.wdf(i);
        }
        size += 4;
        in += FourPostings::bytes;
        continue;
      }
    }
    std::uint32_t gap = 0;
    whole = take_posting(in, end, gap, wdfs_[size]);
    whole = whole && gap < UINT32_MAX - 1 - before;
    before += gap + 1;
    documents_[size++] = before;
  }
  chunk_.in = in;
  chunk_.before = before;
  size_ = size;
  batch_ = std::min(batch_ * 2, most_decoded);
  cursor_.check();
  if (!whole || before > chunk_.last) corrupt();
}

void PostingList::rewind() {
  if (frequency_ == 0) return;
  cursor_ = first_cursor_;
  if (!first_in_place_) {
    key_.pop_back();
    open_first_chunk();
    return;
  }
  chunk_ = first_chunk_;
  chunks_ = 1;
  batch_ = most_decoded;
  decode();
}

void PostingList::refill() {
  decode();
  while (size_ == 0 && !chunk_.is_last) {
    const std::uint32_t last = chunk_.last;
    if (!cursor_.next() || !open_later_chunk() || chunk_.before <= last) corrupt();
    decode();
  }
}

/// Skips postings of the chunk before `document`, which it holds or that comes before its last.
void PostingList::pass_over(std::uint32_t document) {
  const Byte* in = chunk_.in;
  const Byte* const end = chunk_.end;
  std::uint32_t before = chunk_.before;
  std::uint32_t unused = 0;
  if (chunk_.at_first && before < document && in != end) {
    if (!take_varint(in, end, unused)) corrupt();
    chunk_.at_first = false;
  }
  while (!chunk_.at_first && end - in >= FourPostings::bytes) {
    const FourPostings four(in);
    if (!four.are() || before >= document || document - before <= four.span()) break;
    before += four.span();
    in += FourPostings::bytes;
  }
  while (!chunk_.at_first && in != end) {
    const Byte* at = in;
    std::uint32_t gap = 0;
    if (!take_posting(at, end, gap, unused) || gap >= UINT32_MAX - 1 - before)
      break;  // decode() says what is wrong
    if (before + gap + 1 >= document) break;
    before += gap + 1;
    in = at;
  }
  chunk_.in = in;
  chunk_.before = before;
}

void PostingList::seek_beyond(std::uint32_t document) {
  at_ = size_ = 0;
  if (document <= chunk_.last || find_chunk(document)) {
    batch_ = least_decoded;
    pass_over(document);
  }
  refill();
  if (at_ < size_ && documents_[at_] < document) corrupt();  // where it is divided, keys and chunks disagree
}

/// Goes to the last chunk that begins before or with `document`, which is behind the one at hand. Whether it may hold the document:
/// otherwise it is at its end, as the document lies between two chunks.
bool PostingList::find_chunk(std::uint32_t document) {
  if (!chunk_.is_last) {
    std::string wanted = key_;
    append_sortable(wanted, document);
    cursor_.seek(wanted);
    const std::uint32_t last = chunk_.last;
    const bool opened =
        open_later_chunk();  // not where it is the list's first, which then is the one at hand
    // A chunk behind the one at hand, or that very one.
    if (opened && chunk_.before <= last && chunk_.last != last) corrupt();
    if (opened && document <= chunk_.last) return true;
  }
  chunk_.in = chunk_.end;
  return false;
}

}  // namespace nsearch::glass
