// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nsearch::indexer {

/// What is around a content.
enum class ContainerKind { none, gzip, zstd, bzip2, xz, tar, zip };

/// What an input is packed in, by its first bytes (512 of them for tar): a name may lie, these don't.
ContainerKind container_kind(std::string_view head);

/// Whether it holds members, which have names.
constexpr bool is_archive(ContainerKind kind) {
  return kind == ContainerKind::tar || kind == ContainerKind::zip;
}

/// "gzip", "tar", ...
const char* container_name(ContainerKind kind);

}  // namespace nsearch::indexer
