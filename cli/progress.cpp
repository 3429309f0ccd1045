// SPDX-License-Identifier: GPL-2.0-or-later
#include "progress.h"

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "numbers.h"
#include "terminal.h"

namespace nsearch::cli {
namespace {

std::string bar(double share) {
  constexpr int width = 20;
  const int full = std::clamp(static_cast<int>(share * width), 0, width);
  std::string text = "[" + std::string(full, '=');
  if (full < width) text += '>' + std::string(width - full - 1, ' ');
  return text + "]";
}

/// Negative: not known.
double share_done(const IndexProgress& p) {
  const double done = static_cast<double>(p.total_bytes > 0 ? p.bytes : p.documents);
  const double total = static_cast<double>(p.total_bytes > 0 ? p.total_bytes : p.total_documents);
  return total > 0 ? std::min(1.0, done / total) : -1;
}

std::string minutes(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%d:%02d", static_cast<int>(seconds) / 60, static_cast<int>(seconds) % 60);
  return text;
}

}  // namespace

std::string progress_text(const IndexProgress& p) {
  std::string text = grouped(p.documents) + " documents";
  if (p.finishing) return text + "  putting the index together";
  if (p.seconds > 0 && p.bytes > 0)
    text += "  " + decimal(static_cast<double>(p.bytes) / 1e6 / p.seconds) + " MB/s";
  if (p.rejected > 0) text += "  " + grouped(p.rejected) + " rejected";
  if (const double share = share_done(p); share >= 0) {
    text += "  " + bar(share) + " " + std::to_string(static_cast<int>(share * 100)) + " %";
    if (share > 0.01 && share < 1) text += "  " + minutes(p.seconds * (1 - share) / share) + " left";
  }
  return text;
}

std::string progress_text(const CopyProgress& p) {
  const double done = static_cast<double>(p.bytes), total = static_cast<double>(p.total_bytes);
  const double share = total > 0 ? std::min(1.0, done / total) : 1;
  return decimal(done / 1e6) + " of " + decimal(total / 1e6) + " MB  " + bar(share) + " " +
         std::to_string(static_cast<int>(share * 100)) + " %";
}

ProgressLine::ProgressLine(bool wanted) : active_(wanted && errors_are_terminal()) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::show(const IndexProgress& progress) {
  show_text(progress_text(progress));
}

void ProgressLine::show(const CopyProgress& progress) {
  show_text(progress_text(progress));
}

void ProgressLine::show_text(const std::string& text) {
  if (!active_) return;
  std::cerr << "\r\x1b[K" << text << std::flush;
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace nsearch::cli
