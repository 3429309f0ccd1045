// SPDX-License-Identifier: GPL-2.0-or-later
// Which terms should carry positions? Rebuilds the documents of an index under several layouts, and for each
// prints the size on disk, the time to build, and the latency of two-word phrases of rare, mixed and common
// words. One thread.
//
//     bench_position_layouts INDEX WORK_FOLDER
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "content_digest.h"
#include "document_terms.h"
#include "nsearch/analyzer.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "storage/record.h"

namespace {

using namespace nsearch;
using namespace nsearch::indexer;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

enum Carries : unsigned { nothing = 0, surfaces = 1, titles = 2, stems = 4 };

struct Layout {
  const char* name;
  unsigned carries;
};

constexpr Layout layouts[] = {{"none", nothing},
                              {"surface", surfaces},
                              {"surface+title", surfaces | titles},
                              {"stem", stems},
                              {"surface+stem", surfaces | stems}};

/// Positions of each stem term; gaps between paragraphs left out, they cost next to nothing.
std::map<std::string, std::vector<Xapian::termpos>> stem_positions(
    const StoredDocument& d, std::map<std::string, Analyzer>& analyzers) {
  std::map<std::string, std::vector<Xapian::termpos>> all;
  AnalyzedText text;
  Xapian::termpos shift = schema::body_position;
  for (const LanguageSpan& span : d.spans) {
    analyzers.try_emplace(span.language, span.language)
        .first->second.analyze(std::string_view(d.body).substr(span.begin, span.end - span.begin), text);
    for (const Token& t : text.tokens())
      if (t.kind == TokenKind::word && !t.stop_word)
        all[schema::language_term(schema::prefix::stem, span.language, t.stem)].push_back(shift + t.position);
    shift += text.positions();
  }
  return all;
}

Xapian::Document laid_out(const DocumentPostings& postings,
                          const std::map<std::string, std::vector<Xapian::termpos>>& stem_at,
                          unsigned carries) {
  Xapian::Document out;
  const auto is_surface = [](std::string_view term) {
    return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z');
  };
  for (const TermPosting& posting : postings.terms) {
    const std::string term(postings.text(posting));
    out.add_term(term, posting.wdf);
    const auto stem = stem_at.find(term);
    if ((carries & stems) && stem != stem_at.end())
      for (const auto at : stem->second) out.add_posting(term, at, 0);
    if (!is_surface(term)) {
      if (carries && term[0] == 'B')
        for (const auto at : postings.positions(posting)) out.add_posting(term, at, 0);
      continue;
    }
    for (const auto at : postings.positions(posting)) {
      if (carries & surfaces) out.add_posting(term, at, 0);
      if ((carries & titles) && at < schema::body_position) out.add_posting("S" + term, at, 0);
    }
  }
  for (const auto& [slot, value] : postings.values) out.add_value(slot, value);
  out.set_data(postings.record);
  return out;
}

std::uint64_t folder_bytes(const std::string& folder) {
  std::uint64_t sum = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) sum += file.file_size();
  return sum;
}

/// Shards of some documents, merged; gives the seconds.
double build(const Xapian::Database& source, const std::string& folder, unsigned carries) {
  constexpr Xapian::doccount shard_documents = 1000;
  const auto start = Clock::now();
  DocumentTerms terms;
  DocumentPostings postings;
  std::map<std::string, Analyzer> analyzers;
  Xapian::Database merged;
  Xapian::WritableDatabase shard;
  Xapian::doccount in_shard = 0, shards = 0;
  const auto close = [&] {
    if (in_shard == 0) return;
    shard.commit();
    merged.add_database(Xapian::Database(folder + ".shard" + std::to_string(shards - 1)));
    in_shard = 0;
  };
  for (auto doc = source.postlist_begin(""); doc != source.postlist_end(""); ++doc) {
    if (in_shard == 0)
      shard = Xapian::WritableDatabase(folder + ".shard" + std::to_string(shards++),
                                       Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    const StoredDocument document = decode_record(source.get_document(*doc).get_data());
    terms.make(document, "", postings);
    shard.add_document(laid_out(postings,
                                carries & stems ? stem_positions(document, analyzers)
                                                : decltype(stem_positions(document, analyzers)){},
                                carries));
    if (++in_shard == shard_documents) close();
  }
  close();
  merged.compact(folder);
  for (Xapian::doccount i = 0; i < shards; ++i)
    std::filesystem::remove_all(folder + ".shard" + std::to_string(i));
  return seconds_since(start);
}

struct Sample {
  std::string first, second;            // surface forms
  std::string first_stem, second_stem;  // their terms; empty for stop words
};

/// Neighbouring words of the documents by how common they are: "rare" both in less than 0.2 % of them,
/// "common" both in more than 10 %.
std::map<std::string, std::vector<Sample>> sample_phrases(const Xapian::Database& source, std::size_t each) {
  std::map<std::string, std::vector<Sample>> samples;
  std::mt19937 random(1);
  std::map<std::string, Analyzer> analyzers;
  AnalyzedText text;
  const double documents = source.get_doccount();
  for (int tries = 0; tries < 200000; ++tries) {
    const Xapian::docid id = 1 + random() % source.get_lastdocid();
    const StoredDocument d = decode_record(source.get_document(id).get_data());
    const std::string& language = d.spans.front().language;
    analyzers.try_emplace(language, language)
        .first->second.analyze(std::string_view(d.body).substr(0, d.spans.front().end), text);
    std::vector<Token> words;
    for (const Token& t : text.tokens())
      if (t.kind == TokenKind::word) words.push_back(t);
    if (words.size() < 2) continue;
    const std::size_t at = random() % (words.size() - 1);
    if (words[at + 1].position != words[at].position + 1 || words[at].boundary != Boundary::none) continue;
    const auto share = [&](const Token& t) {
      return source.get_termfreq(std::string(t.surface)) / documents;
    };
    const auto term = [&](const Token& t) {
      return t.stop_word ? std::string() : schema::language_term(schema::prefix::stem, language, t.stem);
    };
    const double low = std::min(share(words[at]), share(words[at + 1])),
                 high = std::max(share(words[at]), share(words[at + 1]));
    const char* kind = high < 0.002               ? "rare"
                       : low > 0.1                ? "common"
                       : low < 0.01 && high > 0.1 ? "mixed"
                                                  : nullptr;
    if (kind && samples[kind].size() < each)
      samples[kind].push_back({std::string(words[at].surface), std::string(words[at + 1].surface),
                               term(words[at]), term(words[at + 1])});
    if (samples["rare"].size() == each && samples["common"].size() == each && samples["mixed"].size() == each)
      break;
  }
  return samples;
}

/// The first ten by positions; or, without positions, by AND and a look into the stored text of one candidate
/// after another.
std::size_t search(const Xapian::Database& db, const Sample& s, unsigned carries,
                   std::map<std::string, Analyzer>& analyzers) {
  Xapian::Enquire enquire(db);
  const bool by_stem = !(carries & surfaces) && (carries & stems);
  const std::string a = by_stem && !s.first_stem.empty() ? s.first_stem : s.first;
  const std::string b = by_stem && !s.second_stem.empty() ? s.second_stem : s.second;
  const std::vector<Xapian::Query> both{Xapian::Query(a), Xapian::Query(b)};
  if (carries != nothing) {
    enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, both.begin(), both.end(), 2));
    return enquire.get_mset(0, 10).size();
  }
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, both.begin(), both.end()));
  std::size_t found = 0;
  AnalyzedText text;
  for (Xapian::doccount first = 0; found < 10; first += 50) {
    const Xapian::MSet candidates = enquire.get_mset(first, 50);
    for (auto hit = candidates.begin(); hit != candidates.end() && found < 10; ++hit) {
      const StoredDocument d = decode_record(hit.get_document().get_data());
      for (const std::string* part : {&d.title, &d.body}) {
        analyzers.try_emplace(d.language, d.language).first->second.analyze(*part, text);
        const auto& t = text.tokens();
        const auto at = std::adjacent_find(t.begin(), t.end(), [&](const Token& x, const Token& y) {
          return x.surface == s.first && y.surface == s.second;
        });
        if (at == t.end()) continue;
        ++found;
        break;
      }
    }
    if (candidates.size() < 50) break;
  }
  return found;
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: bench_position_layouts INDEX WORK_FOLDER\n", stderr), 2;
  const Xapian::Database source = open_for_reading(argv[1]);
  const auto samples = sample_phrases(source, 100);
  std::printf("%-14s %10s %8s %12s", "positions on", "bytes", "build s", "documents/s");
  for (const auto& [kind, list] : samples) std::printf(" %9s us (%zu)", kind.c_str(), list.size());
  std::puts("");
  for (const Layout& layout : layouts) {
    const std::string folder = std::string(argv[2]) + "/" + layout.name;
    std::filesystem::create_directories(argv[2]);
    std::filesystem::remove_all(folder);
    const double seconds = build(source, folder, layout.carries);
    std::printf("%-14s %10llu %8.1f %12.0f", layout.name,
                static_cast<unsigned long long>(folder_bytes(folder)), seconds,
                source.get_doccount() / seconds);
    const Xapian::Database db(folder);
    std::map<std::string, Analyzer> analyzers;
    for (const auto& [kind, list] : samples) {
      std::vector<double> times;
      for (int round = 0; round < 3; ++round)
        for (const Sample& sample : list) {
          const auto start = Clock::now();
          search(db, sample, layout.carries, analyzers);
          if (round > 0) times.push_back(seconds_since(start) * 1e6);
        }
      std::printf(" %18.0f", median(times));
    }
    std::puts("");
    std::fflush(stdout);
  }
}
