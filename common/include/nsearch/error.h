// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>

#include "nsearch/export.h"

/// Errors of nsearch
/// =================
///
/// Whatever ends an operation is thrown as nsearch::Error; nothing else is, std::bad_alloc excepted.
/// What is expected to happen (a query's syntax error, a document that is rejected) is a return value instead.
///
///     try {
///       nsearch::Searcher searcher({"news.idx"});
///     } catch (const nsearch::Error& e) {
///       if (e.code() == nsearch::ErrorCode::no_index) ...
///       std::cerr << e.what() << '\n';        // "news.idx: no index here"
///       std::cerr << e.way_out() << '\n';     // "make one: nsearch index PATH... --index news.idx"
///     }
namespace nsearch {

/// Why an operation ended. Closed: a new reason is a new major version.
enum class ErrorCode {
  usage,             ///< the caller asked for what makes no sense (an unknown language, a bad option)
  io,                ///< the system refused: unreadable, unwritable, disk full, read-only
  no_index,          ///< there is no index at the path given
  locked,            ///< another process writes to the index
  corrupt,           ///< the index is damaged
  format_version,    ///< the index was made by a version with another format
  analysis_changed,  ///< the index was made by another analysis than this build has: reindex
  not_found,         ///< no document has the id given
  unavailable,       ///< a shard can't be reached
  internal           ///< a defect in nsearch or in a library below it
};

/// The one exception type of the library. Immutable; copying may throw std::bad_alloc.
class NSEARCH_EXPORT Error : public std::runtime_error {
 public:
  /// `message` names the thing (file, line, byte, index) and what is wrong; `way_out`, if any, what to do about it.
  Error(ErrorCode code, const std::string& message, std::string way_out = {});
  Error(const Error&);
  ~Error() override;

  ErrorCode code() const noexcept { return code_; }
  const std::string& way_out() const noexcept { return way_out_; }

 private:
  ErrorCode code_;
  std::string way_out_;
};

/// The code's name as written in the enum ("no_index"). Never fails.
NSEARCH_EXPORT const char* to_string(ErrorCode code) noexcept;

}  // namespace nsearch
