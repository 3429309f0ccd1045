// SPDX-License-Identifier: GPL-2.0-or-later
#include "document/date_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

namespace nsearch {
namespace {

using Words = std::vector<std::string_view>;

const Words months[] = {
    {"janvier", "januari", "january", "januar", "janner", "jan", "janv", "jann"},
    {"fevrier", "februari", "february", "februar", "feber", "feb", "fev", "fevr", "febr"},
    {"mars", "maart", "march", "marz", "maerz", "mar", "mrt", "mrz"},
    {"avril", "april", "avr", "apr"},
    {"mai", "mei", "may"},
    {"juin", "juni", "june", "jun"},
    {"juillet", "juli", "july", "juil", "jul"},
    {"aout", "augustus", "august", "aug"},
    {"septembre", "september", "sept", "sep"},
    {"octobre", "oktober", "october", "oct", "okt"},
    {"novembre", "november", "nov"},
    {"decembre", "december", "dezember", "dec", "dez"},
};

const Words weekdays = {
    "lundi",     "mardi",   "mercredi",  "jeudi",   "vendredi", "samedi",    "dimanche", "lun",
    "mer",       "jeu",     "ven",       "sam",     "dim",      "maandag",   "dinsdag",  "woensdag",
    "donderdag", "vrijdag", "zaterdag",  "zondag",  "ma",       "di",        "wo",       "do",
    "vr",        "za",      "zo",        "monday",  "tuesday",  "wednesday", "thursday", "friday",
    "saturday",  "sunday",  "mon",       "tue",     "tues",     "wed",       "thu",      "thur",
    "thurs",     "fri",     "sat",       "sun",     "montag",   "dienstag",  "mittwoch", "donnerstag",
    "freitag",   "samstag", "sonnabend", "sonntag", "mo",       "mi",        "fr",       "sa",
    "so",
};

const Words ordinal_endings = {"er", "e", "eme", "ste", "de", "st", "nd", "rd", "th"};

const Words fillers = {
    "le",         "du",    "a",        "des",   "publie", "publiee", "paru", "parue",        "ecrit",
    "poste",      "date",  "op",       "den",   "de",     "van",     "om",   "gepubliceerd", "geplaatst",
    "geschreven", "datum", "uur",      "the",   "of",     "on",      "at",   "published",    "posted",
    "written",    "date",  "first",    "am",    "der",    "vom",     "um",   "uhr",          "veroffentlicht",
    "erschienen", "stand", "erstellt", "heure", "h",      "u",       "time",
};

const Words update_words = {"mis",          "mise",     "jour",       "modifie",   "modifiee",  "actualise",
                            "actualisee",   "maj",      "bijgewerkt", "gewijzigd", "aangepast", "laatst",
                            "laatste",      "update",   "updated",    "last",      "modified",  "edited",
                            "aktualisiert", "geandert", "zuletzt"};

constexpr int hour = 3600;
constexpr int half_hour = 1800;

const std::pair<std::string_view, NamedZone> zones[] = {
    {"z", {0}},
    {"utc", {0}},
    {"gmt", {0}},
    {"ut", {0}},
    {"wet", {0}},
    {"west", {hour}},
    {"bst", {hour}},
    {"cet", {hour}},
    {"mez", {hour}},
    {"met", {hour}},
    {"hnec", {hour}},
    {"wat", {hour}},
    {"cest", {2 * hour}},
    {"mesz", {2 * hour}},
    {"mest", {2 * hour}},
    {"haec", {2 * hour}},
    {"eet", {2 * hour}},
    {"sast", {2 * hour}},
    {"eest", {3 * hour}},
    {"msk", {3 * hour}},
    {"eat", {3 * hour}},
    {"pkt", {5 * hour}},
    {"wib", {7 * hour}},
    {"hkt", {8 * hour}},
    {"sgt", {8 * hour}},
    {"jst", {9 * hour}},
    {"kst", {9 * hour}},
    {"aest", {10 * hour}},
    {"acst", {9 * hour + half_hour}},
    {"acdt", {10 * hour + half_hour}},
    {"awst", {8 * hour}},
    {"aedt", {11 * hour}},
    {"nzst", {12 * hour}},
    {"nzdt", {13 * hour}},
    {"nst", {-3 * hour - half_hour}},
    {"ndt", {-2 * hour - half_hour}},
    {"art", {-3 * hour}},
    {"brt", {-3 * hour}},
    {"adt", {-3 * hour}},
    {"edt", {-4 * hour}},
    {"hae", {-4 * hour}},
    {"est", {-5 * hour}},
    {"hne", {-5 * hour}},
    {"cdt", {-5 * hour}},
    {"cst", {-6 * hour}},
    {"mdt", {-6 * hour}},
    {"mst", {-7 * hour}},
    {"pdt", {-7 * hour}},
    {"pst", {-8 * hour}},
    {"akdt", {-8 * hour}},
    {"akst", {-9 * hour}},
    {"hst", {-10 * hour}},
    {"ist", {}},
    {"ast", {}},
    {"gst", {}},
    {"sst", {}},
};

bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

unsigned month_named(std::string_view word) {
  for (unsigned month = 0; month < std::size(months); ++month)
    if (holds(months[month], word)) return month + 1;
  return 0;
}

bool is_weekday(std::string_view word) {
  return holds(weekdays, word);
}

bool is_ordinal_ending(std::string_view word) {
  return holds(ordinal_endings, word);
}

bool is_date_filler(std::string_view word) {
  return holds(fillers, word);
}

bool is_update_word(std::string_view word) {
  return holds(update_words, word);
}

std::optional<NamedZone> zone_named(std::string_view word) {
  for (const auto& [name, zone] : zones)
    if (name == word) return zone;
  return std::nullopt;
}

}  // namespace nsearch
