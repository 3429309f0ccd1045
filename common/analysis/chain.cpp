// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/chain.h"

namespace nsearch::analysis {
namespace {

constexpr std::size_t max_text = 0xFFFFFFFF;

}  // namespace

std::uint32_t Chain::analyze(std::string_view utf8, std::vector<Token>& tokens, Arena& arena) {
  text_ = utf8.substr(0, max_text);
  writer_.begin(tokens, arena);
  group_ = Link::none;
  reader_.set_text(text_, arena);
  boundaries_.set_text(text_);
  while (read_ahead())
    for (std::size_t i = 0; i < ahead_size_; ++i) add(ahead_[i]);
  end_group();
  if (!writer_.empty()) writer_.mark_boundary(Boundary::paragraph);
  return writer_.position();
}

std::vector<WordSteps> Chain::explain(std::string_view utf8, Arena& arena) {
  text_ = utf8.substr(0, max_text);
  arena.reset();
  reader_.set_text(text_, arena);
  std::vector<WordSteps> words;
  for (TextWord word; reader_.next(word);) {
    WordSteps steps{word.begin, word.end, {}};
    if (word.lead < word.begin)
      steps.steps.push_back({"elided", std::string(text_.substr(word.lead, word.begin - word.lead))});
    if (word.value.empty())
      words_.explain(text_.substr(word.begin, word.end - word.begin), steps.steps);
    else
      steps.steps.push_back({"number", std::string(word.value)});
    if (!steps.steps.empty()) words.push_back(std::move(steps));
  }
  return words;
}

/// Reads some words, and asks for their places in the cache: the first is used when the last has been asked
/// for.
bool Chain::read_ahead() {
  ahead_size_ = 0;
  while (ahead_size_ < ahead_.size() && reader_.next(ahead_[ahead_size_].word)) {
    Ahead& next = ahead_[ahead_size_++];
    next.key = WordKey(text_, next.word.begin, next.word.end);
    cache_.prefetch_set(next.key);
  }
  for (std::size_t i = 0; i < ahead_size_; ++i) cache_.prefetch_word(ahead_[i].key);
  return ahead_size_ > 0;
}

void Chain::add(const Ahead& ahead) {
  const TextWord& word = ahead.word;
  const WordKey& key = ahead.key;
  if (word.link == Link::none) end_group();
  group_ = word.link;
  if (!word.value.empty()) {
    if (word.link == Link::none) end_before(word, word_number);
    writer_.add_number(word.value, word.begin, word.end);
    return;
  }
  if (cached_) {
    const CachedWord* known = cache_.find(key);
    if (known == nullptr) known = cache_.insert(key, words_.analyze(key.bytes));
    if (known != nullptr) return write(*known, word);
  }
  write(words_.analyze(key.bytes), word);
}

template <typename Word>
void Chain::write(const Word& known, const TextWord& word) {
  if (known.layout.size == 0) return;
  if (word.link == Link::none) end_before(word, known.layout.flags);
  writer_.add_word(known, word.begin, word.end);
}

/// What hangs together has been written; begins the next group.
void Chain::end_group() {
  if (group_ == Link::connected) writer_.join_words();
  if (group_ == Link::spaced) writer_.join_number();
  writer_.begin_group();
}

/// Marks what ends between the last word and `word`, whose flags are given.
void Chain::end_before(const TextWord& word, std::uint16_t flags) {
  if (writer_.empty()) return;
  const std::uint32_t begin = writer_.end();
  if (word.lead == begin + 1 && text_[begin] == ' ') return;
  writer_.mark_boundary(boundaries_.between(begin, word.lead, writer_.flags(), flags));
}

}  // namespace nsearch::analysis
