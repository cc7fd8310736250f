// A webhook record: what people may change (Fields), what only Nexudus sets (Facts), and the names of both on the wire.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace webhook {

/// What people may change about a webhook, in the order of the form.
enum class Field : std::uint8_t { name, location, event, url, description, active };

inline constexpr std::array<Field, 6> all_fields{Field::name, Field::location,    Field::event,
                                                 Field::url,  Field::description, Field::active};

/// The member that holds the field in the API's JSON: Name, BusinessId, Action, URL, Description, Active.
[[nodiscard]] std::string_view to_string(Field field);

/// The field's name for people, in their language: Name, Location, Event, URL, Description, Active.
[[nodiscard]] std::string_view label(Field field);

/// The field a server means by a property name, or nothing. Compared without case; a relation may come without its Id
/// ("Business" for BusinessId), and nested names count by their last part ("WebHook.Name").
[[nodiscard]] std::optional<Field> field_of_property(std::string_view property_name);

struct Fields {
  std::string name;
  std::int64_t location_id = 0;  // 0: none chosen
  std::int64_t action = 0;       // the event's number, any value; 0: none chosen
  std::string url;
  std::string description;  // empty also where Nexudus has null
  bool active = false;

  friend bool operator==(const Fields&, const Fields&) = default;
};

/// The fields in which two records differ, in the order of the form.
[[nodiscard]] std::vector<Field> differing_fields(const Fields& left, const Fields& right);

/// A moment as Nexudus wrote it. `text` is empty where it gave none; `unix_ms` is missing where the text is not
/// understood.
struct Moment {
  std::string text;
  std::optional<std::int64_t> unix_ms;  // milliseconds since 1970-01-01 UTC

  friend bool operator==(const Moment&, const Moment&) = default;
};

/// What Nexudus alone sets. Texts are empty where it gave null or nothing.
struct Facts {
  std::string last_error;        // credentials in it are masked
  std::int64_t error_count = 0;  // failures in a row since the last success
  Moment last_trigger;
  Moment created_on;
  Moment updated_on;
  std::string updated_by;
  std::string unique_id;
  std::string system_id;

  friend bool operator==(const Facts&, const Facts&) = default;
};

struct Record {
  std::int64_t id = 0;
  Fields fields;
  Facts facts;

  friend bool operator==(const Record&, const Record&) = default;
};

/// Takes one member of a record's JSON object, `raw` being its value's JSON text. Members that are not known are passed
/// over, and null is taken as "not given". Returns an empty string, or a sentence such as
/// "Name should be text, but is the number 12." with nothing changed.
[[nodiscard]] std::string read_member(Record& record, std::string_view name, std::string_view raw);

}  // namespace webhook
