// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <ostream>

#include "nsearch/presenter.h"

/// One factory a format; the registry (registry.cpp) names them.
namespace nsearch::searcher {

std::unique_ptr<Presenter> make_text_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_json_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_ndjson_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_csv_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_tsv_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_trec_presenter(std::ostream& out, const PresentOptions& options);
std::unique_ptr<Presenter> make_ids_presenter(std::ostream& out, const PresentOptions& options);

}  // namespace nsearch::searcher
