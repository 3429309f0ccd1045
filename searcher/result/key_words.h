// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "nsearch/analyzer.h"
#include "nsearch/key_terms.h"
#include "result/found.h"

namespace nsearch::searcher {

/// The words that mark the documents found, language by language (that under which a document is indexed). Which are
/// candidates, and how many documents found hold each, is read from term lists; how many others do, from the posting
/// lists. Candidates come in the order of the highest G2 that they could have, and when the list is full and none of
/// the others can reach its last one, they are not looked up. Time: the terms of the documents found, and the
/// postings of the candidates looked up, which in an index of one language are but counted. Memory: a byte a document,
/// and the distinct words of the documents found. Throws Xapian::Error.
void find_key_words(const Xapian::Database& database, const Found& found, const KeyTermOptions& options,
                    const ProtectedWords& protected_words, KeyTerms& terms);

}  // namespace nsearch::searcher
