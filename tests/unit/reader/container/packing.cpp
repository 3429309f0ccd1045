// SPDX-License-Identifier: GPL-2.0-or-later
#include "container/packing.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

#include "nsearch/error.h"

namespace reader_test {
namespace {

la_ssize_t append(archive*, void* out, const void* bytes, std::size_t count) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

void add_stretches(archive_entry* entry, const std::string& bytes) {
  for (std::size_t begin = 0; (begin = bytes.find_first_not_of('\0', begin)) != bytes.npos;) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    archive_entry_sparse_add_entry(entry, static_cast<la_int64_t>(begin),
                                   static_cast<la_int64_t>(end - begin));
    begin = end;
  }
}

std::string pack(archive* a, const Members& members, bool sparse = false) {
  std::string out;
  archive_write_set_bytes_in_last_block(a, 1);
  archive_write_open2(a, &out, nullptr, append, nullptr, nullptr);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name.c_str());
    archive_entry_copy_pathname(entry, name.c_str());
    const bool folder = name.ends_with('/');
    archive_entry_set_filetype(entry, folder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    if (sparse) add_stretches(entry, bytes);
    archive_write_header(a, entry);
    if (!folder) archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  return out;
}

class Contents final : public ContentSink {
 public:
  bool content(ByteSource& source, const std::string& path) override {
    std::string text = path + ": ";
    std::string buffer(1000, '\0');
    try {
      while (const std::size_t count = source.read(buffer.data(), buffer.size()))
        text.append(buffer, 0, count);
    } catch (const Error& error) {
      text += std::string("{") + error.what() + "}";
    }
    all.push_back(std::move(text));
    return true;
  }
  bool trouble(const std::string& path, std::uint64_t byte, const std::string& reason) override {
    all.push_back(path + '@' + std::to_string(byte) + ": " + reason);
    return true;
  }

  std::vector<std::string> all;
};

}  // namespace

std::string tar(const Members& members) {
  archive* a = archive_write_new();
  archive_write_set_format_pax_restricted(a);
  return pack(a, members);
}

std::string sparse_tar(const std::string& name, const std::string& bytes) {
  archive* a = archive_write_new();
  archive_write_set_format_pax_restricted(a);
  return pack(a, {{name, bytes}}, true);
}

std::string zip(const Members& members, bool compressed) {
  archive* a = archive_write_new();
  archive_write_set_format_zip(a);
  compressed ? archive_write_zip_set_compression_deflate(a) : archive_write_zip_set_compression_store(a);
  return pack(a, members);
}

std::string compress(const std::string& filter, const std::string& bytes) {
  archive* a = archive_write_new();
  archive_write_set_format_raw(a);
  archive_write_add_filter_by_name(a, filter.c_str());
  return pack(a, {{"data", bytes}});
}

std::vector<std::string> unpacked(const std::string& bytes, const std::string& path) {
  Contents contents;
  const auto source = memory_source(bytes);
  unpack(*source, path, contents);
  return std::move(contents.all);
}

}  // namespace reader_test
