// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/column_names.h"

#include <array>

#include "reader/clean_text.h"

namespace nsearch::indexer {

const std::vector<std::string_view>& usual_names(Field field) {
  static const std::array<std::vector<std::string_view>, 8> names = {{
      {"id", "guid", "uuid", "doc_id", "docid", "identifier", "article_id", "slug"},
      {"url", "link", "permalink", "uri", "lien", "canonical"},
      {"title", "headline", "titre", "titel", "kop", "heading"},
      {"body", "text", "content", "article", "fulltext", "full_text", "maintext", "texte", "contenu", "corps",
       "tekst", "inhoud", "artikel", "story", "description", "summary"},
      {"lang", "language", "langue", "taal", "locale"},
      {"date", "published", "pubdate", "pub_date", "publication_date", "date_published", "published_at",
       "published_date", "publicatiedatum", "datum", "created_at", "created", "timestamp"},
      {"source", "publisher", "newspaper", "journal", "outlet", "bron", "krant", "publication", "site"},
      {"author", "authors", "byline", "auteur", "auteurs", "creator", "writer", "journalist"},
  }};
  return names.at(static_cast<std::size_t>(field));
}

std::string plain_name(std::string_view name) {
  std::string plain = clean_line(name);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '-' || c == ' ') c = '_';
  }
  return plain;
}

}  // namespace nsearch::indexer
