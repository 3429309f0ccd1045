// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/chain.h"

#include <utility>

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
  // The cache is larger than the processor's fastest: a batch's sets are asked for while the batch before is
  // written, its words while the one after is read, and none is waited for.
  Batch* batch = &batches_[0];
  Batch* next = &batches_[1];
  for (read(*batch); batch->size > 0; std::swap(batch, next)) {
    prefetch_words(*batch);
    read(*next);
    for (std::size_t i = 0; i < batch->size; ++i) add(batch->words[i]);
  }
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

/// Reads the text's next words, and asks for their sets in the cache.
void Chain::read(Batch& batch) {
  batch.size = 0;
  while (batch.size < batch.words.size() && reader_.next(batch.words[batch.size].word)) {
    Ahead& next = batch.words[batch.size++];
    next.key = WordKey(text_, next.word.begin, next.word.end);
    cache_.prefetch_set(next.key);
  }
}

void Chain::prefetch_words(const Batch& batch) const {
  for (std::size_t i = 0; i < batch.size; ++i) cache_.prefetch_word(batch.words[i].key);
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
