// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nsearch/export.h"

/// Documents
/// =========
///
///     nsearch::Document d;
///     d.id = "fr-1";
///     d.title = "OpenAI soupçonne Deepseek";
///     d.body = "La distillation ...";
///     d.date = "2025-03-13";
///     d.facets.emplace_back("category", "technologie");
///
/// Plain values; all text is UTF-8.
namespace nsearch {

/// Where a document was read.
struct Origin {
  std::string path;  ///< the file as named by the caller, "-" for standard input; empty: made in memory
  std::uint64_t record = 0;  ///< line or record number from 1; 0: the whole file
};

/// A document to be indexed. Only `body` is required.
struct Document {
  std::string id;  ///< unique in the index; empty: the URL, else the path, stands in
  std::string url;
  std::string title;
  std::string body;      ///< paragraphs parted by line breaks
  std::string language;  ///< as declared by its source, a BCP 47 tag; empty: to be detected
  std::string date;      ///< as parse_written_date() takes it; empty: none
  std::string source;
  std::string author;
  std::vector<std::pair<std::string, std::string>> facets;  ///< further fields; a name may come several times
  Origin origin;
};

/// The id under which a document is indexed: its id, else its URL, else its path (with "#record" where the file holds several).
NSEARCH_EXPORT std::string document_id(const Document& document);

/// Which shard of an index of so many a document's id belongs to, from 0: XXH3 (64 bits, seed 0) of the id's bytes, modulo
/// `shards`. An id of more than 220 bytes counts as what the index keeps of it (docs/index-format.md). The same on every
/// machine and in every later version. Thread-safe.
NSEARCH_EXPORT std::size_t shard_of(std::string_view id, std::size_t shards);

/// A stretch of the body in one language.
struct LanguageSpan {
  std::uint32_t begin = 0;  ///< byte offset into the body
  std::uint32_t end = 0;    ///< byte offset after the last byte
  std::string language;
};

/// A document as the index keeps it: `language` is the one it is indexed under.
struct StoredDocument : Document {
  std::string declared;             ///< the language as its source declared it; empty: not at all
  std::vector<LanguageSpan> spans;  ///< cover the body, in order
  std::int64_t modified = 0;        ///< modification sequence: larger is later
};

/// A point in time, known to the day or better.
struct Timestamp {
  std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z
  bool has_time = false;     ///< false: a day; `seconds` is its midnight in UTC
};

/// Reads ISO 8601 dates and times: "2025", "2025-03" (their first day), "2025-03-13", "20250313",
/// "2025-03-13T09:30:00+01:00", "20250313T093000Z", "2025-03-13 09:30" (UTC where no zone is given). Fractions of a
/// second are dropped. Years 1 to 9999; anything else, a day that no calendar has included, gives nothing. Thread-safe.
NSEARCH_EXPORT std::optional<Timestamp> parse_date(std::string_view text);

/// Reads a date as people, feeds and web pages write it: in ISO 8601, by RFC 5322 ("Thu, 13 Mar 2025 09:30:00 +0100"), and in French,
/// Dutch, English and German words ("jeudi 13 mars 2025 à 9h30", "Publié le 1er mars 2025", "13 maart 2025, 09:30 uur", "Mar 13,2025",
/// "March 13th, 2025 at 9:30 p.m. EST", "13. März 2025 um 9.30 Uhr"). Case and accents don't matter, names may be shortened. In figures
/// only where their order is plain: 2025/03/13, 13.03.2025, 13/03/2025; 03/04/2025 if `language` (a BCP 47 tag) is known to write the
/// day first, or the month ("en-US"). A time without a zone is in UTC; one whose zone has several meanings gives the day alone.
/// Anything else gives nothing: an order of figures that nobody can tell, a day that no calendar has, two dates. Thread-safe.
NSEARCH_EXPORT std::optional<Timestamp> parse_written_date(std::string_view text,
                                                           std::string_view language = {});

/// "2025-03-13" or "2025-03-13T08:30:00Z"; empty outside the years 1 to 9999. Thread-safe.
NSEARCH_EXPORT std::string format_date(const Timestamp& time);

}  // namespace nsearch
