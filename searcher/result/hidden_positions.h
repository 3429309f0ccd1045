// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

namespace nsearch::searcher {

/// The same query for libxapian's matcher, with its phrases and windows kept from being asked by check().
///
/// Of alternatives that another part of the query leads, libxapian 1.4.22 asks each by check() whether it has a document. Only
/// phrases and windows may say no. OrPostList then takes the alternative for standing at the next document; where
/// the other alternative does stand there, the weight of both is counted, though the phrase is not in that document.
/// OP_AND_MAYBE knows no check() and always stands at a document that matches: so P becomes "P AND_MAYBE its first word", and
/// the word weighs nothing that a sum could show.
Xapian::Query with_positions_shielded(const Xapian::Query& query);

/// Whether a part of alternatives may say no when asked by check(): a phrase, a window, a range of values or what excludes
/// something. Where only the best are wanted, the shield may fall: alternatives that can't reach them end, and what is left of an OP_AND_MAYBE is its
/// first part. Then documents that belong to the best are passed over.
///
/// Nor may an OP_AND_MAYBE be one: of several databases the later ones are asked for documents above a least weight from the
/// start. An OR that was not moved yet then becomes an OP_AND_MAYBE and asks its other part for document 0, where an
/// OP_AND_MAYBE that was not moved either is taken for ended: its weight is lost for all of the database.
bool may_pass_over_too_many(const Xapian::Query& query);

}  // namespace nsearch::searcher
