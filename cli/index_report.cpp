// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_report.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

#include "nsearch/error.h"
#include "numbers.h"

namespace nsearch::cli {
namespace {

constexpr std::uint64_t shown_at_most = 20;

std::string place(const std::string& path, std::uint64_t line) {
  return path + (line > 0 ? ":" + std::to_string(line) : "") + ": ";
}

/// Text that may hold any bytes, as JSON can carry it.
std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

RejectReport::RejectReport(const std::string& file, bool quiet) : file_name_(file), quiet_(quiet) {
  if (file.empty()) return;
  file_.open(file, std::ios::trunc);
  if (!file_) throw Error(ErrorCode::io, file + ": can't be written", "name another file with --rejects");
}

bool RejectReport::show(std::uint64_t count) const {
  return !quiet_ && count <= shown_at_most;
}

void RejectReport::add(const Rejection& r) {
  if (show(++rejected_)) std::cerr << place(r.path, r.line) << "rejected: " << r.reason << '\n';
  if (!file_.is_open()) return;
  nlohmann::ordered_json json{{"path", r.path}, {"line", r.line}, {"byte", r.byte}};
  if (!r.id.empty()) json["id"] = r.id;
  json["reason"] = r.reason;
  file_ << dump(json) << '\n';
}

void RejectReport::note(const std::string& path, std::uint64_t line, const std::string& text) {
  if (show(++notes_)) std::cerr << place(path, line) << text << '\n';
}

void RejectReport::finish() {
  if (!quiet_ && rejected_ > shown_at_most) {
    std::cerr << "... and " << grouped(rejected_ - shown_at_most) << " more rejected";
    std::cerr << (file_name_.empty() ? "; --rejects FILE lists them all\n" : "; see " + file_name_ + '\n');
  }
  if (!quiet_ && notes_ > shown_at_most)
    std::cerr << "... and " << grouped(notes_ - shown_at_most) << " more notes\n";
  if (file_.is_open() && !file_.flush()) throw Error(ErrorCode::io, file_name_ + ": can't be written");
}

void print_summary(std::ostream& out, const IndexSummary& s, const std::string& index) {
  out << index << ": " << grouped(s.added) << " added, " << grouped(s.updated) << " updated, "
      << grouped(s.unchanged) << " unchanged, " << grouped(s.rejected) << " rejected";
  if (s.deleted > 0) out << ", " << grouped(s.deleted) << " deleted";
  if (s.duplicates > 0) out << ", " << grouped(s.duplicates) << " ids came again (the last one won)";
  out << "; " << grouped(s.documents) << " documents in all\n";

  std::vector<std::pair<std::string, std::uint64_t>> languages(s.languages.begin(), s.languages.end());
  std::stable_sort(languages.begin(), languages.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (!languages.empty()) {
    out << "languages:";
    for (const auto& [language, count] : languages) out << ' ' << language << ' ' << grouped(count);
    if (s.overridden > 0) out << " (declared otherwise: " << grouped(s.overridden) << ')';
    out << '\n';
  }
  out << grouped(s.files) << " files, " << decimal(static_cast<double>(s.bytes) / 1e6) << " MB in "
      << decimal(s.seconds) << " s";
  if (s.seconds > 0)
    out << " ("
        << grouped(
               static_cast<std::uint64_t>(static_cast<double>(s.added + s.updated + s.unchanged) / s.seconds))
        << " documents/s)";
  out << '\n';
  if (s.cancelled) out << "interrupted: what was done is committed; run the command again for the rest\n";
}

void print_summary_json(std::ostream& out, const IndexSummary& s) {
  const nlohmann::ordered_json json{{"version", 1},
                                    {"added", s.added},
                                    {"updated", s.updated},
                                    {"unchanged", s.unchanged},
                                    {"rejected", s.rejected},
                                    {"deleted", s.deleted},
                                    {"duplicates", s.duplicates},
                                    {"overridden", s.overridden},
                                    {"files", s.files},
                                    {"bytes", s.bytes},
                                    {"documents", s.documents},
                                    {"seconds", s.seconds},
                                    {"languages", s.languages},
                                    {"cancelled", s.cancelled}};
  out << dump(json) << '\n';
}

}  // namespace nsearch::cli
