// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/container/unpack.h"

#include <utility>

#include "nsearch/error.h"
#include "reader/container/archive_members.h"
#include "reader/container/container_kind.h"
#include "reader/container/filter_source.h"
#include "reader/container/unpack_budget.h"
#include "reader/gzip_source.h"

namespace nsearch::indexer {
namespace {

/// Another's source as one's own.
class BorrowedSource final : public ByteSource {
 public:
  explicit BorrowedSource(ByteSource& source) : source_(source) {}
  std::size_t read(char* buffer, std::size_t size) override { return source_.read(buffer, size); }
  std::uint64_t bytes_read() const override { return source_.bytes_read(); }
  std::string_view peek() override { return source_.peek(); }

 private:
  ByteSource& source_;
};

using Source = std::unique_ptr<ByteSource>;

Source decompressed(Source source, ContainerKind kind, UnpackBudget& budget) {
  Source inner =
      kind == ContainerKind::gzip ? gzip_source(std::move(source)) : filter_source(std::move(source), kind);
  return peeking(charged(std::move(inner), budget));
}

class Unpacker {
 public:
  Unpacker(ByteSource& file, ContentSink& sink) : sink_(sink), budget_(file) {}

  bool unpack(Source source, const std::string& path, unsigned layers);
  bool bomb() const { return budget_.spent(); }

 private:
  bool unpack_members(ByteSource& source, ContainerKind kind, const std::string& path, unsigned layers);

  ContentSink& sink_;
  UnpackBudget budget_;
};

bool Unpacker::unpack(Source source, const std::string& path, unsigned layers) {
  for (;; ++layers) {
    const ContainerKind kind = container_kind(source->peek());
    if (kind == ContainerKind::none) return sink_.content(*source, path);
    if (layers == most_layers) {
      return sink_.trouble(path, 0,
                           "packed more than " + std::to_string(most_layers) + " times, one in another");
    }
    if (is_archive(kind)) return unpack_members(*source, kind, path, layers + 1);
    source = decompressed(std::move(source), kind, budget_);
  }
}

bool Unpacker::unpack_members(ByteSource& source, ContainerKind kind, const std::string& path,
                              unsigned layers) {
  using Next = ArchiveMembers::Next;
  ArchiveMembers members(source, kind);
  while (!budget_.spent()) {
    const Next next = members.next();
    if (next == Next::end) return true;
    if (next == Next::member) {
      Source member = peeking(charged(members.open(), budget_));
      if (!unpack(std::move(member), path + std::string(member_mark) + members.name(), layers)) return false;
      continue;
    }
    const bool more = sink_.trouble(
        path, members.place(), members.reason() + (next == Next::broken ? "; no more of it is read" : ""));
    if (!more || next == Next::broken) return more;
  }
  return true;
}

}  // namespace

bool unpack(ByteSource& file, const std::string& path, ContentSink& sink) {
  Unpacker unpacker(file, sink);
  const bool more = unpacker.unpack(std::make_unique<BorrowedSource>(file), path, 0);
  // So that it counts as not read to its end, whichever of its members it was.
  if (!more || !unpacker.bomb()) return more;
  return sink.trouble(path, file.bytes_read(), "an archive bomb: the rest of it is not read");
}

}  // namespace nsearch::indexer
