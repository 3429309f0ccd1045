// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "nsearch/query.h"
#include "oracle/collection.h"
#include "oracle/random.h"
#include "oracle/vocabulary.h"

namespace oracle {

/// Makes random syntax trees, in the shape that the parser gives them.
class Generator {
 public:
  Generator(const Collection& collection, Random& random);

  nsearch::QueryNode query();
  std::vector<std::string> words();  ///< one to four

 private:
  using Nodes = std::vector<nsearch::QueryNode>;

  nsearch::QueryNode condition(unsigned depth);  ///< on documents
  nsearch::QueryNode group(nsearch::QueryKind kind, unsigned depth);
  nsearch::QueryNode bag(unsigned depth);
  nsearch::QueryNode leaf();
  nsearch::QueryNode expanded(nsearch::QueryNode node);
  nsearch::QueryNode operand(unsigned depth);  ///< with a place in the text
  nsearch::QueryNode relation(unsigned depth);
  nsearch::QueryNode filter();
  std::string date();
  std::string date_range();
  nsearch::QueryNode boosted(nsearch::QueryNode node);

  const Collection& collection_;
  Random& random_;
  Vocabulary vocabulary_;
};

}  // namespace oracle
