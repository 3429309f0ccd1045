// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/charset_converter.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <new>
#include <utility>

namespace nsearch::indexer {
namespace {

constexpr std::size_t chunk = 64 * 1024;

/// Calls ICU's own substitution, and counts.
void count_and_substitute(const void* context, UConverterToUnicodeArgs* args, const char* units,
                          std::int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++*static_cast<std::size_t*>(const_cast<void*>(context));
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, args, units, length, reason, status);
}

void append_utf8(const UChar* units, std::int32_t count, std::string& utf8) {
  const std::size_t have = utf8.size();
  utf8.resize(have + static_cast<std::size_t>(count) * 3);
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(utf8.data() + have, static_cast<std::int32_t>(utf8.size() - have), &length, units, count,
                     0xFFFD, nullptr, &status);
  utf8.resize(have + static_cast<std::size_t>(length));
}

}  // namespace

void CloseConverter::operator()(UConverter* converter) const {
  ucnv_close(converter);
}

OwnedConverter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  OwnedConverter converter(ucnv_open(charset.c_str(), &status));
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

CharsetConverter::CharsetConverter(const std::string& charset)
    : converter_(open_converter(charset)), units_(chunk, u'\0') {
  UErrorCode status = U_ZERO_ERROR;
  if (!converter_) throw std::bad_alloc();
  ucnv_setToUCallBack(converter_.get(), count_and_substitute, &replaced_, nullptr, nullptr, &status);
}

void CharsetConverter::append(std::string_view bytes, bool last, std::string& utf8) {
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  UErrorCode status = U_ZERO_ERROR;
  do {
    status = U_ZERO_ERROR;
    UChar* out = units_.data();
    ucnv_toUnicode(converter_.get(), &out, units_.data() + units_.size(), &at, end, nullptr,
                   static_cast<UBool>(last), &status);
    append_utf8(units_.data(), static_cast<std::int32_t>(out - units_.data()), utf8);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}

}  // namespace nsearch::indexer
