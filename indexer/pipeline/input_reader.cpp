// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/input_reader.h"

#include <memory>
#include <utility>

#include "nsearch/error.h"

namespace nsearch::indexer {
namespace {

/// Remembers whether the sink has had enough: a reader that returns does not say why.
class WatchedSink final : public RecordSink {
 public:
  explicit WatchedSink(RecordSink& sink) : sink_(sink) {}
  bool more() const { return more_; }

  bool document(Document&& document) override { return more_ = sink_.document(std::move(document)); }
  bool restored(StoredDocument&& document, std::string&& digest, std::uint64_t line) override {
    return more_ = sink_.restored(std::move(document), std::move(digest), line);
  }
  bool reject(Rejection&& rejection) override { return more_ = sink_.reject(std::move(rejection)); }
  void note(std::uint64_t line, std::string&& text) override { sink_.note(line, std::move(text)); }

 private:
  RecordSink& sink_;
  bool more_ = true;
};

}  // namespace

InputReader::InputReader(std::string format, ReaderOptions options, InputSink& sink)
    : format_(std::move(format)), options_(std::move(options)), sink_(sink) {}

bool InputReader::read(const Input& input) {
  if (!input.trouble.empty()) return trouble(input.path, 0, input.trouble);
  std::unique_ptr<ByteSource> source;
  bool more = true;
  try {
    source = open_source(input.path);
    source_ = source.get();
    more = unpack(*source, input.path, *this);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::usage) throw;
    // The system failed; other inputs may be well.
    more = trouble(input.path, source ? source->bytes_read() : 0, error.what());
  }
  source_ = nullptr;
  if (source) finished_bytes_ += source->bytes_read();
  return more;
}

bool InputReader::content(ByteSource& source, const std::string& path) {
  sink_.input(path);
  const ReaderEntry* entry = choose_reader(format_, path == "-" ? std::string() : path, source.peek());
  WatchedSink watched(sink_);
  if (!entry) {
    watched.reject({path, 0, 0, {}, "no known format"});
  } else {
    ++files_;
    entry->make(options_)->read(source, {path, 0}, watched);
  }
  return watched.more();
}

bool InputReader::trouble(const std::string& path, std::uint64_t byte, const std::string& reason) {
  sink_.input(path);
  return sink_.reject({path, 0, byte, {}, reason});
}

std::uint64_t InputReader::bytes_read() const {
  return finished_bytes_ + (source_ ? source_->bytes_read() : 0);
}

}  // namespace nsearch::indexer
