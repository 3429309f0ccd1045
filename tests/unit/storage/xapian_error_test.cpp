// SPDX-License-Identifier: GPL-2.0-or-later
#include <cerrno>
#include <stdexcept>

#include "storage/open_database.h"
#include "support.h"

using namespace nsearch;
using namespace storage_test;

TEST_CASE("each Xapian error has its code") {
  const auto code = [](const Xapian::Error& error) { return to_error("news.idx", error).code(); };
  CHECK(code(Xapian::DatabaseCorruptError("m")) == ErrorCode::corrupt);
  CHECK(code(Xapian::DatabaseNotFoundError("m")) == ErrorCode::no_index);
  CHECK(code(Xapian::DatabaseVersionError("m")) == ErrorCode::format_version);
  CHECK(code(Xapian::DatabaseLockError("Unable to get write lock on x: already locked")) ==
        ErrorCode::locked);
  CHECK(code(Xapian::DatabaseLockError("Unable to get write lock on x: Permission denied")) == ErrorCode::io);
  CHECK(code(Xapian::DatabaseOpeningError("m", EACCES)) == ErrorCode::io);
  CHECK(code(Xapian::DatabaseOpeningError("m", ENOENT)) == ErrorCode::corrupt);
  CHECK(code(Xapian::DatabaseOpeningError("bad stub line")) == ErrorCode::corrupt);
  CHECK(code(Xapian::DatabaseError("Error reading block 3", EIO)) == ErrorCode::io);
  CHECK(code(Xapian::DatabaseError("Error writing block 3", ENOSPC)) == ErrorCode::io);
  CHECK(code(Xapian::DatabaseError("EOF reading block 3")) == ErrorCode::corrupt);
  CHECK(code(Xapian::DatabaseCreateError("m", EACCES)) == ErrorCode::io);
  CHECK(code(Xapian::DatabaseModifiedError("m")) == ErrorCode::unavailable);
  CHECK(code(Xapian::DatabaseClosedError("m")) == ErrorCode::internal);
  CHECK(code(Xapian::NetworkError("m")) == ErrorCode::unavailable);
  CHECK(code(Xapian::NetworkTimeoutError("m")) == ErrorCode::unavailable);
  CHECK(code(Xapian::DocNotFoundError("m")) == ErrorCode::not_found);
  CHECK(code(Xapian::InvalidArgumentError("m")) == ErrorCode::internal);
  CHECK(code(Xapian::UnimplementedError("m")) == ErrorCode::internal);
}

TEST_CASE("the message begins with the index and keeps what Xapian and the system said") {
  const Error io = to_error("news.idx", Xapian::DatabaseOpeningError("no entry to it", EACCES));
  CHECK_THAT(io.what(),
             Catch::StartsWith("news.idx: no entry to it") && Catch::EndsWith("Permission denied"));
  const Error net = to_error("news.idx", Xapian::NetworkError("couldn't connect", "remote:tcp(host:1)"));
  CHECK(net.what() == std::string("news.idx: couldn't connect (remote:tcp(host:1))"));
  const Error internal = to_error("news.idx", Xapian::InvalidArgumentError("term too long"));
  CHECK(internal.what() == std::string("news.idx: InvalidArgumentError: term too long"));
  CHECK_FALSE(to_error("x", Xapian::DatabaseCorruptError("m")).way_out().empty());
}

TEST_CASE("Xapian's errors are translated, others pass") {
  CHECK(translating_errors("x", [] { return 7; }) == 7);
  const auto run = [](auto error) { return translating_errors("x", [&]() -> int { throw error; }); };
  CHECK(error_of([&] { run(Xapian::DatabaseCorruptError("m")); }).code() == ErrorCode::corrupt);
  CHECK_THROWS_AS(run(Xapian::DatabaseModifiedError("m")), Xapian::DatabaseModifiedError);
  CHECK_THROWS_AS(run(std::out_of_range("m")), std::out_of_range);
  CHECK(error_of([&] { run(Error(ErrorCode::usage, "m")); }).code() == ErrorCode::usage);
}
