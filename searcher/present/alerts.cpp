// SPDX-License-Identifier: GPL-2.0-or-later
#include "nsearch/alerts.h"

#include <ostream>
#include <unordered_map>

#include "nsearch/error.h"
#include "present/json_values.h"

namespace nsearch {

namespace {

using searcher::Json;

Json to_json(const Alert& alert) {
  Json json{{"name", alert.name},
            {"query", alert.query},
            {"op", alert.implicit == ImplicitOperator::or_ ? "or" : "and"},
            {"plain", alert.plain}};
  if (alert.script) json["script"] = true;
  if (!alert.operators.empty()) json["operators"] = alert.operators;
  if (!alert.languages.empty()) json["lang"] = alert.languages;
  if (!alert.time_zone.empty()) json["timezone"] = alert.time_zone;
  json["added"] = alert.added;
  return json;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ",") + text;
  return all;
}

/// As one would write it on the command line.
std::string options(const Alert& alert) {
  std::string text;
  if (alert.plain) text += " --plain";
  if (alert.implicit == ImplicitOperator::or_) text += " --op or";
  if (!alert.operators.empty()) text += " --operators " + joined(alert.operators);
  if (!alert.languages.empty()) text += " --lang " + joined(alert.languages);
  if (!alert.time_zone.empty()) text += " --timezone " + alert.time_zone;
  return text;
}

}  // namespace

void present_alerts(const std::vector<Alert>& alerts, const std::string& format, std::ostream& out) {
  if (format == "json") {
    Json all = Json::array();
    for (const Alert& alert : alerts) all.push_back(to_json(alert));
    out << searcher::to_line({{"version", searcher::json_version}, {"alerts", std::move(all)}});
    return;
  }
  if (format != "text") throw Error(ErrorCode::usage, "no output format “" + format + "”", "text or json");
  for (const Alert& alert : alerts) out << alert.name << '\t' << alert.query << options(alert) << '\n';
}

class AlertLines::Impl {
 public:
  std::string lines(const AlertBatch& batch) {
    const std::string head =
        begin_of({{"version", searcher::json_version}, {"alert", batch.alert.name}, {"batch", batch.id}});
    std::string lines;
    for (const AlertMatch& match : batch.matches)
      lines += head + ",\"sequence\":" + std::to_string(match.sequence) + shard(match) + ',' +
               rest(match.document);
    return lines;
  }

 private:
  /// Without the closing brace.
  static std::string begin_of(const Json& json) {
    std::string text = searcher::to_line(json);
    text.resize(text.size() - 2);
    return text;
  }

  static std::string shard(const AlertMatch& match) {
    return match.shard.empty()
               ? ""
               : ",\"shard\":" + Json(match.shard).dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  /// Without the opening one.
  const std::string& rest(const std::shared_ptr<const StoredDocument>& document) {
    Written& written = written_[document.get()];
    if (!written.document)
      written = {document, searcher::to_line(searcher::to_json(*document, false)).substr(1)};
    return written.text;
  }

  struct Written {
    std::shared_ptr<const StoredDocument> document;  ///< so that no other one comes to lie there
    std::string text;
  };
  std::unordered_map<const StoredDocument*, Written> written_;
};

AlertLines::AlertLines() : impl_(std::make_unique<Impl>()) {}
AlertLines::AlertLines(AlertLines&&) noexcept = default;
AlertLines& AlertLines::operator=(AlertLines&&) noexcept = default;
AlertLines::~AlertLines() = default;

std::string AlertLines::lines(const AlertBatch& batch) {
  return impl_->lines(batch);
}

}  // namespace nsearch
