// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reader/byte_source.h"
#include "reader/xml/xml_node.h"

namespace nsearch::indexer {

/// What to do with an element that begins.
enum class XmlTake {
  enter,  ///< its children are asked about one by one
  take,   ///< it is gathered whole and handed over
  skip    ///< neither it nor what is in it is wanted
};

/// What holds for an element by the elements around it, its own included.
struct XmlContext {
  std::string language;   ///< xml:lang
  std::string base;       ///< xml:base, resolved
  std::size_t depth = 0;  ///< how many elements are around it
};

/// Sees the elements of a stream.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  /// An element begins: only its name, attributes and line are known.
  virtual XmlTake begin(const XmlNode& element, const XmlContext& context) = 0;
  /// An element that was to be taken, whole. false: stop.
  virtual bool taken(XmlNode&& element, const XmlContext& context) = 0;
  /// One that was to be taken is larger than max_xml_record; `element` is as at its beginning. false: stop.
  virtual bool too_large(const XmlNode& element) = 0;
};

/// At most so many bytes of memory, about, for one element that is taken.
inline constexpr std::size_t max_xml_record = 64 * 1024 * 1024;
/// How deep elements may nest.
inline constexpr std::size_t max_xml_depth = 200;
/// How many attributes an element may have, and how many declarations of namespaces may hold for one: libxml2 looks through all of them
/// for each.
inline constexpr std::size_t max_xml_attributes = 1'000;
/// At most so many bytes before the first element.
inline constexpr std::size_t max_xml_prolog = 1024 * 1024;

/// Why reading ended before the end.
struct XmlFault {
  std::uint64_t line = 0;
  std::uint64_t byte = 0;  ///< in the input, exact where that is UTF-8
  std::string reason;
};

struct XmlOutcome {
  std::optional<XmlFault> fault;
  /// What was repaired, with the line of its first occurrence: the charset, references to entities that are not
  /// known, bare ampersands.
  std::vector<std::pair<std::uint64_t, std::string>> notes;
};

/// Reads XML in any charset to its end, to the visitor's, or to the first fault that can't be overlooked. Nothing is
/// fetched: neither DTDs nor external entities. Entities that the document declares are not expanded; those of HTML
/// are known. Holds one element that is taken, and 128 KiB. Throws Error(io) of the source, and what the visitor throws.
XmlOutcome read_xml(ByteSource& source, XmlVisitor& visitor);

}  // namespace nsearch::indexer
