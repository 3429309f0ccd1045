// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nsearch/export.h"

/// The index format, version 1
/// ===========================
/// This comment is the specification; docs/index-format.md tells the story. An index is a folder:
///
///     DIR/XAPIANDB        stub, one line "glass gen-N": the generation in force; or a second one, "glass gen-M": the
///                         generation of recent changes to it
///     DIR/gen-N/          a glass database
///     DIR/nsearch.lock    locked by the one writer; its text names the holder
///
/// Any Xapian program can open DIR. The lock is an open file description lock on the file's first byte. One on
/// the second byte is the gate of commits: a writer's while it commits or puts a generation in force, shared by
/// those who copy or check what is committed.
///
/// Terms. Surface forms begin with no capital ASCII letter (they are case-folded), so a capital begins a
/// prefix. A term longer than max_term_bytes is cut at a character and closed by a digest: see
/// bounded_term().
///
///     term             positions  what
///     form             yes        surface form: case- and accent-folded, language-neutral; title and body
///     Sform            no         surface form in the title
///     Zfr:stem         no         stem (stemmed with accents, then folded), by its language; title and body
///     SZfr:stem        no         stem in the title
///     Ifr:stem         no         stem in the lead: the beginning of a body without a title
///     Kfr:stem         no         stem of a part of a compound, title and body
///     Eform            no         accent-exact form, only where it differs from the surface form
///     Bs, Bp           yes        where the last word of each sentence, of each paragraph stands
///     Qid                         the document's id
///     Lfr                         a language of the document: its own, and those of its passages
///     Nname Aname                 source; author (case- and accent-folded, spaces single)
///     Hhost                       host of the URL: lower case, without user, port and "www."
///     Y2025 M202503 D20250313     date, in UTC
///     XFname:value                facet (value case- and accent-folded)
///     Opath                       the file it came from
///     Gdigest                     digest of the content, to skip what is unchanged: content_digest.h
///
/// Within-document frequency: each occurrence counts one in every term that it gives, so a title's words
/// count in "form" and "Sform" alike. Boundary marks (Bs, Bp) and boolean terms (Q and below) have wdf 0.
///
/// Stems. Only words have them: numbers and joined words have surface forms (S and E included) only. A word's
/// stem term is written even where stem and surface are equal, so that all words of all languages are weighed
/// alike; in an undetermined language ("und") the stem is the surface form. A stop word of its passage's
/// language has no stem term: it is searched by its surface form, in every language. Passages are in the
/// language of their span; the title is in the document's. A protected word is its own stem, in every language,
/// and has no parts; all shards of an index protect the same words.
///
/// The lead. News says first what it is about, so where there is no title the body's first lead_words positions
/// stand in for it in the ranking (not for title:). A body below lead_least_bytes has no lead: it is all of it.
///
/// Positions. The title's first word stands at 1, the body's at body_position, or at the title's last
/// position plus title_gap where that is more. After a paragraph paragraph_gap positions are skipped: its
/// last word at p, the next one's first word at p + 1 + paragraph_gap. Where a passage in another language
/// begins, positions go on. A joined word takes the position of its first word. Bs stands at a sentence's
/// last word unless a paragraph ends there, Bp at a paragraph's; the title and the body end paragraphs.
///
/// Value slots: see ValueSlot. A facet's slot is given by its name, the same in every shard: facet_slot(). It
/// holds the values of that name as they were written, in their order, each cut by bounded_term(), parted by
/// facet_value_separator.
///
/// Metadata keys: see namespace metadata_key. Read from each shard opened alone.
///
/// Recent changes. A large generation isn't changed for a few documents: they are put into a second one, small, and what
/// they replace (or what is removed) gets a tombstone, a value in slot_tombstone, and is left out of every answer until
/// both are merged. The second generation has no tombstones itself. A commit commits it first, with the numbers of the documents
/// that get tombstones (metadata_key::tombstones), then the tombstones: whoever finds a number without its
/// tombstone stands in between, and waits; if the writer is gone, the next one completes the commit.
///
/// The document data is a record: see storage/record.h.
namespace nsearch::schema {

inline constexpr std::uint32_t format_version = 1;

inline constexpr std::size_t max_term_bytes = 220;

inline constexpr std::uint32_t body_position = 200;
inline constexpr std::uint32_t title_gap = 10;  ///< at least, between title and body
inline constexpr std::uint32_t paragraph_gap = 10;

inline constexpr std::uint32_t lead_words = 40;
inline constexpr std::size_t lead_least_bytes = 500;  ///< of a body that has one

namespace prefix {
inline constexpr std::string_view surface = "";
inline constexpr std::string_view title = "S";
inline constexpr std::string_view stem = "Z";
inline constexpr std::string_view title_stem = "SZ";
inline constexpr std::string_view lead = "I";
inline constexpr std::string_view compound_part = "K";
inline constexpr std::string_view exact = "E";
inline constexpr std::string_view sentence_end = "Bs";
inline constexpr std::string_view paragraph_end = "Bp";
inline constexpr std::string_view id = "Q";
inline constexpr std::string_view language = "L";
inline constexpr std::string_view source = "N";
inline constexpr std::string_view author = "A";
inline constexpr std::string_view host = "H";
inline constexpr std::string_view year = "Y";
inline constexpr std::string_view month = "M";
inline constexpr std::string_view day = "D";
inline constexpr std::string_view facet = "XF";
inline constexpr std::string_view origin = "O";
inline constexpr std::string_view digest = "G";
}  // namespace prefix

/// Value slots of every document.
enum ValueSlot : std::uint32_t {
  slot_date = 0,       ///< Xapian::sortable_serialise(seconds since 1970); absent without a date
  slot_tie_break = 1,  ///< the id, cut by bounded_term(): orders documents of equal rank
  slot_modified = 2,   ///< Xapian::sortable_serialise(modification sequence)
  slot_fold = 3,       ///< fold signature of near-duplicates: resemblance/fold_signature.h
  slot_language = 4,
  slot_source = 5,       ///< as it was written, cut by bounded_term()
  slot_author = 6,       ///< likewise
  slot_tombstone = 7,    ///< tombstone, of documents that are replaced or removed
  slot_facets = 0x10000  ///< facet_slot() gives slots from here on
};

/// What slot_tombstone holds, of a document that is dead.
inline constexpr std::string_view tombstone = "1";

inline constexpr char facet_value_separator = '\x1f';

namespace metadata_key {
inline constexpr std::string_view format = "nsearch.format";        ///< format_version, decimal
inline constexpr std::string_view created = "nsearch.created";      ///< ISO 8601, UTC
inline constexpr std::string_view committed = "nsearch.committed";  ///< ISO 8601, UTC
inline constexpr std::string_view sequence = "nsearch.sequence";  ///< highest modification sequence, decimal
inline constexpr std::string_view analysis =
    "nsearch.analysis.";  ///< + language: fingerprint of its chain, protected words included
inline constexpr std::string_view protect = "nsearch.protect";  ///< ProtectedWords::text(); absent: none
inline constexpr std::string_view facet = "nsearch.facet.";     ///< + name: its slot, decimal
/// Of a generation of recent changes: documents of the other one that its last commits have given tombstones, decimal and ascending,
/// with single spaces.
inline constexpr std::string_view tombstones = "nsearch.tombstones";
}  // namespace metadata_key

/// prefix + text, at most max_term_bytes (a NUL counts as two, as in Xapian's keys): a longer text is cut at
/// a character, and 16 hexadecimal digits of its XXH3 digest follow. Equal texts give equal terms.
NSEARCH_EXPORT std::string bounded_term(std::string_view prefix, std::string_view text);

/// Whether a term or value made by bounded_term() is certain to be what it was made of, not cut.
inline bool surely_whole(std::string_view bounded) {
  return bounded.size() + 20 <= max_term_bytes;
}

/// "Z" + "fr" + ":" + stem, bounded; `prefix` one of stem, title_stem, lead, compound_part.
NSEARCH_EXPORT std::string language_term(std::string_view prefix, std::string_view language,
                                         std::string_view stem);

/// "XF" + name + ":" + folded value, bounded.
NSEARCH_EXPORT std::string facet_term(std::string_view name, std::string_view folded_value);

/// The value slot of a facet, from its name's digest. Two names may share one with a chance of 1 in 2^28.
NSEARCH_EXPORT std::uint32_t facet_slot(std::string_view name);

/// Case- and accent-folds a name (source, author, facet value) and makes its white space single.
NSEARCH_EXPORT std::string fold_name(std::string_view text);

}  // namespace nsearch::schema
