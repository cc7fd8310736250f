// A webhook record as the text Nexudus sent, so that what nobody changed goes back byte for byte: numbers of twenty
// digits, 1.10, escapes, members twice, members this program does not know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "webhook/record.h"

namespace webhook {

struct DocumentError {
  std::size_t offset = 0;  // where in the text, in bytes
  std::string sentence;    // e.g. "It breaks off after 120 bytes: a text is not closed."
};

/// One JSON object, kept as text.
class Document {
 public:
  struct Member {
    std::string name;         // as it reads, without quotes and escapes
    std::size_t name_at = 0;  // of the opening quote
    std::size_t begin = 0;    // of the value's text
    std::size_t end = 0;
  };

  [[nodiscard]] static tl::expected<Document, DocumentError> parse(std::string text);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// In their order, with repeated ones.
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }
  [[nodiscard]] std::string_view raw(const Member& member) const;
  /// The value's text of the member, or nothing. Of a name given twice the last one counts, as for most readers.
  [[nodiscard]] std::optional<std::string_view> raw(std::string_view member) const;

  friend bool operator==(const Document& left, const Document& right) { return left.text_ == right.text_; }

 private:
  explicit Document(std::string text) : text_(std::move(text)) {}

  std::string text_;
  std::vector<Member> members_;
};

/// The record in a document. Missing members and nulls leave the defaults; a wrong type is an error that names the
/// member and what came.
[[nodiscard]] tl::expected<Record, DocumentError> read_record(const Document& document);

/// The document's text with the values of the fields that differ between `stored` and `wanted` replaced, wherever the
/// member stands; one that is missing is appended. All else stays byte for byte. An emptied description becomes null.
[[nodiscard]] std::string edited(const Document& document, const Fields& stored, const Fields& wanted);

/// The body that creates a webhook. An empty description is null.
[[nodiscard]] std::string create_payload(const Fields& fields);

/// A member that differs between two documents. A text is empty where the member is missing there.
struct Difference {
  std::string member;
  std::string before_raw;
  std::string after_raw;

  friend bool operator==(const Difference&, const Difference&) = default;
};

/// What differs member by member, in the order of `after`, then what is only in `stored`. Nothing is found if `after`
/// is not a JSON object. Members given more than once count by their last value.
[[nodiscard]] std::vector<Difference> differences(const Document& stored, std::string_view after);

/// JSON text with one member or element per line, indented by two blanks; no value's or name's bytes change. Text that
/// is not JSON comes back as it is.
[[nodiscard]] std::string pretty(std::string_view json);

/// One line of the payload as people see it.
struct PayloadLine {
  enum class Mark : std::uint8_t { same, removed, added };
  Mark mark = Mark::same;
  std::string text;  // without a line break

  friend bool operator==(const PayloadLine&, const PayloadLine&) = default;
};

/// The lines of pretty(`after`); before those of a member that differs from `stored` come its old lines, as removed.
/// Without `stored` no line is marked.
[[nodiscard]] std::vector<PayloadLine> payload_lines(const Document* stored, std::string_view after);

}  // namespace webhook
