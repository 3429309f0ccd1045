// SPDX-License-Identifier: GPL-2.0-or-later
#include "quality/folding_edits.h"

#include <algorithm>

namespace nsearch::quality {
namespace {

std::size_t below(std::size_t number, std::mt19937& random) {
  return number == 0 ? 0 : random() % number;
}

bool by_chance(double share, std::mt19937& random) {
  return static_cast<double>(random()) / 4294967296.0 < share;
}

std::size_t part(std::size_t number, double share) {
  return static_cast<std::size_t>(static_cast<double>(number) * share + 0.5);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Paragraphs matter to no sketch, so words are joined by single spaces.
std::string cut(const std::string& body, double share, std::mt19937& random) {
  std::vector<std::string> words = words_of(body);
  const std::size_t away = part(words.size(), share);
  if (random() % 2 == 0) {
    words.resize(words.size() - away);  // from the end, as editors do
  } else {
    const std::size_t from = below(words.size() - away + 1, random);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(from),
                words.begin() + static_cast<std::ptrdiff_t>(from + away));
  }
  return joined(words);
}

std::string reordered(const std::string& body, double share, std::mt19937& random) {
  std::vector<std::string> sentences = sentences_of(body);
  for (std::size_t moves = std::max<std::size_t>(1, part(sentences.size(), share)); moves > 0; --moves) {
    const std::size_t from = below(sentences.size(), random);
    std::string sentence = std::move(sentences[from]);
    sentences.erase(sentences.begin() + static_cast<std::ptrdiff_t>(from));
    const std::size_t to = below(sentences.size() + 1, random);
    sentences.insert(sentences.begin() + static_cast<std::ptrdiff_t>(to), std::move(sentence));
  }
  std::string text;
  for (const std::string& sentence : sentences) text += sentence + ' ';
  return text;
}

/// Another lead in place of the first words.
std::string other_lead(const std::string& body, double share, const FoldText& other) {
  std::vector<std::string> words = words_of(body);
  const std::vector<std::string> foreign = words_of(other.body);
  const std::size_t lead = std::min(part(words.size(), share), foreign.size());
  std::copy_n(foreign.begin(), lead, words.begin());
  return joined(words);
}

/// Of the words touched half are replaced, a quarter left out; beside the last quarter one is put.
std::string lightly(const std::string& body, double share, const FoldText& other, std::mt19937& random) {
  const std::vector<std::string> foreign = words_of(other.body);
  std::vector<std::string> words;
  for (const std::string& word : words_of(body)) {
    if (!by_chance(share, random)) {
      words.push_back(word);
      continue;
    }
    const unsigned what = random() % 4;
    if (what == 3) words.push_back(word);
    if (what != 2 && !foreign.empty()) words.push_back(foreign[below(foreign.size(), random)]);
  }
  return joined(words);
}

}  // namespace

const char* name(Edit edit) {
  switch (edit) {
    case Edit::cut:
      return "cut";
    case Edit::reorder:
      return "re-ordered";
    case Edit::rehead:
      return "re-headed";
    case Edit::light:
      return "lightly edited";
    case Edit::mixed:
      return "all of these";
  }
  return "";
}

FoldText edited(const FoldText& text, Edit edit, double share, const FoldText& other, std::mt19937& random) {
  FoldText copy = text;
  copy.id += "-copy";
  switch (edit) {
    case Edit::cut:
      copy.body = cut(text.body, share, random);
      break;
    case Edit::reorder:
      copy.body = reordered(text.body, share, random);
      break;
    case Edit::rehead:
      copy.title = other.title;
      copy.body = other_lead(text.body, share, other);
      break;
    case Edit::light:
      copy.body = lightly(text.body, share, other, random);
      break;
    case Edit::mixed:
      copy.title = other.title;
      copy.body =
          cut(lightly(reordered(text.body, share, random), share / 2, other, random), share / 2, random);
      break;
  }
  return copy;
}

std::vector<std::string> sentences_of(const std::string& body) {
  std::vector<std::string> sentences(1);
  for (std::size_t i = 0; i < body.size(); ++i) {
    const bool space = body[i] == ' ' || body[i] == '\n';
    const bool end =
        space && (body[i] == '\n' || (i > 0 && std::string(".!?").find(body[i - 1]) != std::string::npos));
    if (end && !sentences.back().empty()) {
      sentences.emplace_back();
    } else if (!space || !sentences.back().empty()) {
      sentences.back() += body[i];
    }
  }
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

std::vector<std::string> words_of(const std::string& body) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : body + ' ') {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace nsearch::quality
