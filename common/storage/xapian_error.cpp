// SPDX-License-Identifier: GPL-2.0-or-later
#include <cerrno>
#include <string_view>
#include <system_error>

#include "storage/open_database.h"

namespace nsearch {
namespace {

std::string describe(const std::string& what, const Xapian::Error& error) {
  std::string text = what + ": " + error.get_msg();
  if (!error.get_context().empty()) {
    text += " (" + error.get_context() + ')';
  }
  if (const char* reason = error.get_error_string()) {
    text += std::string(": ") + reason;
  }
  return text;
}

/// Whether the system gave `reason` for the error.
bool because_of(const Xapian::Error& error, int reason) {
  const char* given = error.get_error_string();
  return given && given == std::generic_category().message(reason);
}

Error damaged(const std::string& what, const Xapian::Error& error) {
  return Error(ErrorCode::corrupt, describe(what, error),
               "restore the index from a copy, or index the documents again");
}

Error lock_refused(const std::string& what, const Xapian::Error& error) {
  if (error.get_msg().find("already locked") != std::string::npos) {
    return Error(ErrorCode::locked, what + ": another program writes to the database",
                 "wait until it has finished");
  }
  return Error(ErrorCode::io, describe(what, error));
}

Error not_opened(const std::string& what, const Xapian::Error& error) {
  // A database is there, but a file of it is not: what the system calls absent is damage here.
  if (!error.get_error_string() || because_of(error, ENOENT)) {
    return damaged(what, error);
  }
  return Error(ErrorCode::io, describe(what, error));
}

/// Reading or writing a block failed. The system says why, or else the file is too short.
Error block_failed(const std::string& what, const Xapian::Error& error) {
  return error.get_error_string() ? Error(ErrorCode::io, describe(what, error)) : damaged(what, error);
}

Error not_found(const std::string& what, const Xapian::Error& error) {
  return Error(ErrorCode::no_index, describe(what, error), "make one: nsearch index PATH... --index " + what);
}

Error unknown_version(const std::string& what, const Xapian::Error& error) {
  return Error(ErrorCode::format_version, describe(what, error), "open it with the Xapian that made it");
}

Error not_created(const std::string& what, const Xapian::Error& error) {
  return Error(ErrorCode::io, describe(what, error));
}

Error modified(const std::string& what, const Xapian::Error&) {
  return Error(ErrorCode::unavailable, what + ": changed while it was read", "try again");
}

Error unreachable(const std::string& what, const Xapian::Error& error) {
  return Error(ErrorCode::unavailable, describe(what, error), "see that its server runs and can be reached");
}

Error no_document(const std::string& what, const Xapian::Error& error) {
  return Error(ErrorCode::not_found, describe(what, error));
}

// By name, because Xapian's exceptions have no virtual function: no cast can tell them apart.
struct Translation {
  std::string_view type;
  Error (*translate)(const std::string& what, const Xapian::Error& error);
};
constexpr Translation translations[] = {
    {"DatabaseCorruptError", damaged},    {"DatabaseCreateError", not_created},
    {"DatabaseError", block_failed},      {"DatabaseLockError", lock_refused},
    {"DatabaseModifiedError", modified},  {"DatabaseNotFoundError", not_found},
    {"DatabaseOpeningError", not_opened}, {"DatabaseVersionError", unknown_version},
    {"DocNotFoundError", no_document},    {"NetworkError", unreachable},
    {"NetworkTimeoutError", unreachable},
};

}  // namespace

Error to_error(const std::string& what, const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  for (const Translation& known : translations) {
    if (known.type == type) {
      return known.translate(what, error);
    }
  }
  return Error(ErrorCode::internal, describe(what + ": " + error.get_type(), error));
}

}  // namespace nsearch
