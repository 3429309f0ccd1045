// SPDX-License-Identifier: GPL-2.0-or-later
#include "builder/live_index.h"

#include <xapian.h>

#include <catch2/catch.hpp>

#include "document_terms.h"
#include "nsearch/analyzer.h"
#include "nsearch/error.h"
#include "storage/index_schema.h"
#include "storage/open_database.h"
#include "support.h"

using nsearch::indexer::DocumentPostings;
using nsearch::indexer::DocumentTerms;
using nsearch::indexer::LiveIndex;
using std::chrono::seconds;

namespace {

DocumentPostings make(const std::string& id, const std::string& body, const std::string& language = "fr") {
  DocumentTerms terms;
  DocumentPostings out;
  auto document = test::stored(id, language, "", body);
  document.facets = {{"kind", "test"}};
  terms.make(document, id + body, out);
  return out;
}

std::uint64_t committed_documents(const std::filesystem::path& index) {
  return nsearch::open_for_reading(index).get_doccount();
}

}  // namespace

TEST_CASE("a new index is empty, described, and readable at once") {
  test::TemporaryFolder folder;
  LiveIndex index((folder / "deep/news.idx").string(), {});
  CHECK(index.documents() == 0);
  const Xapian::Database database = nsearch::open_for_reading(folder / "deep/news.idx");
  CHECK(database.get_metadata("nsearch.format") == "1");
  CHECK(database.get_metadata("nsearch.created").size() == 20);
  CHECK(database.get_metadata("nsearch.created") == index.created());
}

TEST_CASE("changes show after a commit, and only then") {
  test::TemporaryFolder folder;
  const auto path = folder / "idx";
  LiveIndex index(path.string(), {});
  CHECK_FALSE(index.put(make("1", "un")).updated);
  CHECK(index.documents() == 1);
  CHECK(index.pending() > 0);
  CHECK(committed_documents(path) == 0);
  index.set_sequence(7);
  index.commit();
  CHECK(index.pending() == 0);
  const Xapian::Database database = nsearch::open_for_reading(path);
  CHECK(database.get_doccount() == 1);
  CHECK(database.get_metadata("nsearch.sequence") == "7");
  CHECK(database.get_metadata("nsearch.analysis.fr") == nsearch::analysis_fingerprint("fr"));
  CHECK(database.get_metadata("nsearch.analysis.nl").empty());
  CHECK(database.get_metadata("nsearch.facet.kind") == std::to_string(nsearch::schema::facet_slot("kind")));
}

TEST_CASE("what was not committed goes with the object") {
  test::TemporaryFolder folder;
  const auto path = folder / "idx";
  {
    LiveIndex index(path.string(), {});
    index.put(make("1", "un"));
    index.commit();
    index.put(make("2", "deux"));
    index.remove("1");
    index.put(make("3", "trois"));
  }
  const Xapian::Database database = nsearch::open_for_reading(path);
  CHECK(database.get_doccount() == 1);
  CHECK(database.term_exists("Q1"));
  LiveIndex again(path.string(), {});
  CHECK(again.documents() == 1);
}

TEST_CASE("more pending documents than Xapian flushes by itself are dropped all the same") {
  // Xapian writes to its tables after 10,000 changes even within a transaction; it must not commit them.
  test::TemporaryFolder folder;
  const auto path = folder / "idx";
  {
    LiveIndex index(path.string(), {});
    DocumentPostings postings = make("x", "un");
    for (int i = 0; i < 10'500; ++i) {
      postings.id_term = "Q" + std::to_string(i);
      index.put(postings);
    }
    CHECK(index.documents() == 10'500);
  }
  CHECK(committed_documents(path) == 0);
}

TEST_CASE("putting an id again replaces the document, committed or not") {
  test::TemporaryFolder folder;
  const auto path = folder / "idx";
  LiveIndex index(path.string(), {});
  index.put(make("1", "ancien texte", "fr"));
  const LiveIndex::Put pending = index.put(make("1", "tussentijdse tekst", "nl"));
  CHECK(pending.updated);
  CHECK(pending.old_language == "fr");
  index.commit();
  CHECK(index.put(make("1", "nouveau", "fr")).old_language == "nl");
  index.commit();
  const Xapian::Database database = nsearch::open_for_reading(path);
  CHECK(database.get_doccount() == 1);
  CHECK(database.term_exists("nouveau"));
  CHECK_FALSE(database.term_exists("ancien"));
  CHECK_FALSE(database.term_exists("tussentijdse"));
}

TEST_CASE("removing") {
  test::TemporaryFolder folder;
  LiveIndex index((folder / "idx").string(), {});
  index.put(make("1", "un"));
  CHECK(index.remove("1"));
  CHECK_FALSE(index.remove("1"));
  CHECK_FALSE(index.remove("2"));
  CHECK(index.documents() == 0);
}

TEST_CASE("digests are known while they are pending, and gone with their document") {
  test::TemporaryFolder folder;
  LiveIndex index((folder / "idx").string(), {});
  index.put(make("1", "een", "nl"));
  CHECK(index.language_of_digest("1een") == "nl");
  CHECK_FALSE(index.language_of_digest("other"));
  index.put(make("1", "twee", "nl"));
  CHECK_FALSE(index.language_of_digest("1een"));
  index.remove("1");
  CHECK_FALSE(index.language_of_digest("1twee"));
}

TEST_CASE("the sequence goes on where the last writer stopped") {
  test::TemporaryFolder folder;
  {
    LiveIndex index((folder / "idx").string(), {});
    CHECK(index.next_sequence() == 1);
    CHECK(index.next_sequence() == 2);
    index.put(make("1", "un"));
    index.commit();
  }
  LiveIndex index((folder / "idx").string(), {});
  CHECK(index.next_sequence() == 3);
}

TEST_CASE("leftovers of a killed writer are removed") {
  test::TemporaryFolder folder;
  { LiveIndex index((folder / "idx").string(), {}); }
  test::write_file(folder / "idx/gen-9/shards/0/postlist.glass", "half written");
  LiveIndex index((folder / "idx").string(), {});
  CHECK_FALSE(std::filesystem::exists(folder / "idx/gen-9"));
  CHECK(index.documents() == 0);
}

TEST_CASE("a generation that takes over is what is written to next") {
  test::TemporaryFolder folder;
  const auto path = folder / "idx";
  LiveIndex index(path.string(), {});
  const auto next = index.directory().next();
  {
    Xapian::WritableDatabase database(next.string(), Xapian::DB_CREATE);
    nsearch::indexer::IndexMetadata metadata;
    metadata.sequence = 40;
    write_metadata(database, metadata);
    database.commit();
  }
  index.replace({next, {}});
  CHECK(index.next_sequence() == 41);
  index.put(make("1", "un"));
  index.commit();
  CHECK(committed_documents(path) == 1);
  CHECK(std::filesystem::exists(next));
  CHECK_FALSE(std::filesystem::exists(path / "gen-1"));
}

TEST_CASE("an index of another format is refused") {
  test::TemporaryFolder folder;
  const auto path = folder / "idx";
  { LiveIndex index(path.string(), {}); }
  {
    Xapian::WritableDatabase database((path / "gen-1").string());
    database.set_metadata("nsearch.format", "99");
    database.commit();
  }
  try {
    LiveIndex index(path.string(), {});
    FAIL("no error");
  } catch (const nsearch::Error& error) {
    CHECK(error.code() == nsearch::ErrorCode::format_version);
  }
}
