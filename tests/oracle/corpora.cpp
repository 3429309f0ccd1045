// SPDX-License-Identifier: GPL-2.0-or-later
#include "oracle/corpora.h"

#include <stdlib.h>

#include <fstream>
#include <stdexcept>

#include "nsearch/indexer.h"
#include "quality/lines.h"

namespace oracle {

TemporaryIndex::TemporaryIndex() {
  std::string pattern = (std::filesystem::temp_directory_path() / "nsearch-oracle-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
}

TemporaryIndex::~TemporaryIndex() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void add(nsearch::IndexWriter& writer, const std::vector<nsearch::Document>& documents) {
  for (const nsearch::Document& document : documents) {
    const nsearch::AddResult result = writer.add(document);
    if (result.outcome == nsearch::AddOutcome::rejected) throw std::runtime_error(result.reason);
  }
}

void index(const TemporaryIndex& index, const std::vector<nsearch::Document>& documents) {
  nsearch::WriterOptions options;
  options.threads = 1;
  nsearch::IndexWriter writer(index.path(), options);
  add(writer, documents);
  writer.commit();
}

void index_lines(const TemporaryIndex& index, const std::vector<std::string>& files, std::size_t each,
                 Random& random) {
  nsearch::IndexRun run;
  run.writer.threads = 1;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::vector<std::string> sample;  // each line has the same chance to stay in it
    std::size_t seen = 0;
    nsearch::quality::for_each_line(files[i], [&](std::string_view line) {
      ++seen;
      if (sample.size() < each) {
        sample.emplace_back(line);
      } else if (const std::size_t at = random.below(seen); at < each) {
        sample[at] = line;
      }
    });
    const std::string path = index.file(std::to_string(i) + ".jsonl");
    std::ofstream out(path, std::ios::binary);
    for (const std::string& line : sample) out << line << '\n';
    run.paths.push_back(path);
  }
  nsearch::index_files(index.path(), run);
}

}  // namespace oracle
