// SPDX-License-Identifier: GPL-2.0-or-later
#include "reader/xml/xml_stream.h"

#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include "nsearch/error.h"
#include "reader/xml/xml_gatherer.h"
#include "reader/xml/xml_input.h"
#include "reader/xml/xml_repair.h"
#include "reader/xml/xml_space.h"

namespace nsearch::indexer {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Of all names in a document, about: libxml2 looks them up in lists that grow with what they hold.
constexpr std::size_t max_names_bytes = 256 * 1024;

struct FreeContext {
  void operator()(xmlParserCtxt* context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);  // what the parser kept of declarations
    xmlFreeParserCtxt(context);
  }
};

/// One reading: what libxml2 calls while it parses. No exception may pass through it: what is thrown is kept, and
/// thrown again when the parser has returned.
class Reading {
 public:
  Reading(ByteSource& source, XmlVisitor& visitor) : input_(source), gatherer_(visitor) {}

  XmlOutcome run() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = characters;
    handler.getEntity = get_entity;
    handler.externalSubset = forget_declarations;
    handler.serror = error;
    context_.reset(xmlCreateIOParserCtxt(&handler, this, read_input, nullptr, this, XML_CHAR_ENCODING_UTF8));
    if (!context_) throw std::bad_alloc();
    xmlDictSetLimit(context_->dict, max_names_bytes);
    xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_IGNORE_ENC);
    xmlParseDocument(context_.get());
    if (thrown_) rethrow();
    return finish();
  }

 private:
  static Reading& self(void* reading) { return *static_cast<Reading*>(reading); }

  /// Runs `action` of a callback, and stops the parser where it throws or gives false.
  template <class Action>
  void guarded(const Action& action) {
    if (stopped_) return;
    try {
      if (!action()) stop();
    } catch (...) {
      thrown_ = std::current_exception();
      stop();
    }
  }

  void stop() {
    stopped_ = true;
    xmlStopParser(context_.get());
  }

  std::uint64_t line() const {
    return (context_->input == nullptr ? 0 : static_cast<std::uint64_t>(context_->input->line)) +
           input_.skipped_lines();
  }

  std::uint64_t parsed() const {
    const auto bytes = xmlByteConsumed(context_.get());
    return bytes < 0 ? 0 : static_cast<std::uint64_t>(bytes);
  }

  /// In the input, of the tag that the parser is about to leave: it keeps what it has read of it.
  std::uint64_t start_of_tag() const {
    const std::uint64_t end = parsed();
    const xmlParserInput& in = *context_->input;
    const std::string_view read(reinterpret_cast<const char*>(in.base),
                                static_cast<std::size_t>(in.cur - in.base));
    const std::size_t start = read.rfind('<');
    return input_.offset(start == read.npos ? end : end - std::min<std::uint64_t>(end, read.size() - start));
  }

  void fail(std::string reason) {
    if (fault_) return;
    fault_ = XmlFault{line(), input_.offset(parsed()), std::move(reason)};
    stop();
  }

  /// Damaged compression is a fault of the input, anything else is thrown on.
  void rethrow() {
    try {
      std::rethrow_exception(thrown_);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::corrupt) throw;
      fault_.reset();
      fail(error.what());
    }
  }

  XmlOutcome finish() {
    XmlOutcome outcome;
    outcome.fault = std::move(fault_);
    if (std::string note = input_.note(); !note.empty()) outcome.notes.emplace_back(0, std::move(note));
    repairs_.tell(outcome.notes);
    return outcome;
  }

  /// An end is all that the parser is told of trouble in the source, so that it gives what came before.
  static int read_input(void* reading, char* buffer, int size) {
    Reading& r = self(reading);
    if (r.stopped_ || r.thrown_) return 0;
    try {
      return r.input_.read(buffer, size, !r.gatherer_.begun());
    } catch (...) {
      r.thrown_ = std::current_exception();
      return 0;
    }
  }

  static void start_element(void* reading, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                            int, const xmlChar**, int attributes, int, const xmlChar** values) {
    Reading& r = self(reading);
    r.forget_errors();
    r.guarded([&] {
      XmlNode node;
      node.name = view(name);
      node.space = xml_space(view(uri), view(prefix));
      node.place = {r.line(), r.start_of_tag()};
      for (int i = 0; i < attributes; ++i) {
        const xmlChar** at = values + static_cast<std::ptrdiff_t>(i) * 5;
        const std::string_view value(reinterpret_cast<const char*>(at[3]),
                                     static_cast<std::size_t>(at[4] - at[3]));
        node.attributes.push_back(
            {std::string(view(at[0])), xml_space(view(at[2]), view(at[1])), well_formed_attribute(value)});
      }
      if (r.gatherer_.depth() == max_xml_depth) {
        r.fail("nested deeper than " + std::to_string(max_xml_depth) + " elements");
        return false;
      }
      if (static_cast<std::size_t>(r.context_->nsNr) / 2 > max_xml_attributes) {
        r.fail("more than " + std::to_string(max_xml_attributes) + " namespaces are declared");
        return false;
      }
      return r.gatherer_.start(std::move(node));
    });
  }

  /// At the end of the document type: the attributes that it adds to elements are left out, for a document could make much of little by them.
  static void forget_declarations(void* reading, const xmlChar*, const xmlChar*, const xmlChar*) {
    xmlParserCtxt& context = *self(reading).context_;
    xmlHashFree(context.attsDefault, xmlHashDefaultDeallocator);
    context.attsDefault = nullptr;
  }

  /// After any error the parser drops all references. The errors that get here were overlooked.
  void forget_errors() { context_->wellFormed = 1; }

  static void end_element(void* reading, const xmlChar*, const xmlChar*, const xmlChar*) {
    Reading& r = self(reading);
    r.forget_errors();
    r.guarded([&] { return r.gatherer_.end(); });
  }

  static void characters(void* reading, const xmlChar* text, int length) {
    Reading& r = self(reading);
    r.forget_errors();
    r.guarded([&] {
      return r.gatherer_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    });
  }

  static xmlEntity* get_entity(void* reading, const xmlChar* name) {
    Reading& r = self(reading);
    xmlEntity* entity = nullptr;
    r.forget_errors();
    r.guarded([&] {
      const bool in_attribute = r.context_->instate == XML_PARSER_ATTRIBUTE_VALUE;
      entity = r.repairs_.entity(view(name), in_attribute, r.line());
      return true;
    });
    return entity;
  }

  static void error(void* reading, xmlErrorPtr error) {
    Reading& r = self(reading);
    r.guarded([&] {
      if (error->level == XML_ERR_WARNING || is_harmless(*error)) {
        const std::string lost = lost_text(*error, *r.context_);
        if (!lost.empty()) r.gatherer_.text(lost);
        r.repairs_.add(*error, r.line());
      } else {
        r.fail(fault_reason(*error));
      }
      return true;
    });
  }

  XmlInput input_;
  XmlGatherer gatherer_;
  XmlRepairs repairs_;
  std::unique_ptr<xmlParserCtxt, FreeContext> context_;
  std::optional<XmlFault> fault_;
  std::exception_ptr thrown_;
  bool stopped_ = false;
};

}  // namespace

XmlOutcome read_xml(ByteSource& source, XmlVisitor& visitor) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  return Reading(source, visitor).run();
}

}  // namespace nsearch::indexer
