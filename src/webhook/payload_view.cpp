// The payload as people see it: indented, and held against what is stored.
#include <algorithm>

#include "webhook/document.h"
#include "webhook/json.h"

namespace webhook {
namespace {

constexpr std::size_t indent_width = 2;

bool is_last_of_its_name(const std::vector<Document::Member>& members, std::size_t index) {
  return std::none_of(members.begin() + static_cast<std::ptrdiff_t>(index) + 1, members.end(),
                      [&](const Document::Member& other) { return other.name == members[index].name; });
}

void break_line(std::string& result, std::size_t depth) {
  result.push_back('\n');
  result.append(depth * indent_width, ' ');
}

/// Just behind the closing quote of the string that begins at `begin`, in a text known to be JSON.
std::size_t end_of_string(std::string_view json, std::size_t begin) {
  std::size_t at = begin + 1;
  while (json[at] != '"') {
    at += json[at] == '\\' ? 2 : 1;
  }
  return at + 1;
}

/// pretty() for a text known to be JSON, standing at `depth`.
std::string indented(std::string_view json, std::size_t depth) {
  std::string result;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = end_of_string(json, at);
      result.append(json.substr(at, end - at));
      at = end;
      continue;
    }
    if (c == '{' || c == '[') {
      result.push_back(c);
      const std::size_t next = json.find_first_not_of(" \t\r\n", at + 1);
      if (json[next] == '}' || json[next] == ']') {
        result.push_back(json[next]);
        at = next + 1;
        continue;
      }
      break_line(result, ++depth);
    } else if (c == '}' || c == ']') {
      break_line(result, --depth);
      result.push_back(c);
    } else if (c == ',') {
      result.push_back(c);
      break_line(result, depth);
    } else if (c == ':') {
      result.append(": ");
    } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
      result.push_back(c);
    }
    ++at;
  }
  return result;
}

void append_lines(std::vector<PayloadLine>& lines, std::string_view text, PayloadLine::Mark mark) {
  for (;;) {
    const std::size_t end = text.find('\n');
    lines.push_back({mark, std::string(text.substr(0, end))});
    if (end == std::string_view::npos) {
      return;
    }
    text.remove_prefix(end + 1);
  }
}

std::string member_text(const Document& document, const Document::Member& member, bool is_last) {
  const std::string_view text(document.text());
  std::string result(indent_width, ' ');
  result.append(indented(text.substr(member.name_at, member.end - member.name_at), 1));
  return is_last ? result : result.append(",");
}

/// Appends the old lines of the member called `name`, if there are any.
void append_removed(std::vector<PayloadLine>& lines, const Document& stored, std::string_view name, bool is_last) {
  const auto& members = stored.members();
  const auto found = std::find_if(members.rbegin(), members.rend(),
                                  [name](const Document::Member& member) { return member.name == name; });
  if (found != members.rend()) {
    append_lines(lines, member_text(stored, *found, is_last), PayloadLine::Mark::removed);
  }
}

}  // namespace

std::vector<Difference> differences(const Document& stored, std::string_view after) {
  std::vector<Difference> result;
  const auto document = Document::parse(std::string(after));
  if (!document) {
    return result;
  }
  const auto& after_members = document->members();
  for (std::size_t i = 0; i < after_members.size(); ++i) {
    const std::string_view before_raw = stored.raw(after_members[i].name).value_or(std::string_view());
    const std::string_view after_raw = document->raw(after_members[i]);
    if (is_last_of_its_name(after_members, i) && before_raw != after_raw) {
      result.push_back({after_members[i].name, std::string(before_raw), std::string(after_raw)});
    }
  }
  for (std::size_t i = 0; i < stored.members().size(); ++i) {
    const Document::Member& member = stored.members()[i];
    if (is_last_of_its_name(stored.members(), i) && !document->raw(member.name)) {
      result.push_back({member.name, std::string(stored.raw(member)), {}});
    }
  }
  return result;
}

std::string pretty(std::string_view json) { return find_json_error(json) ? std::string(json) : indented(json, 0); }

std::vector<PayloadLine> payload_lines(const Document* stored, std::string_view after) {
  std::vector<PayloadLine> lines;
  const auto document = Document::parse(std::string(after));
  if (!document || stored == nullptr || document->members().empty()) {
    append_lines(lines, pretty(after), PayloadLine::Mark::same);
    return lines;
  }
  lines.push_back({PayloadLine::Mark::same, "{"});
  const auto& members = document->members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    const bool changed = stored->raw(members[i].name) != document->raw(members[i].name);
    const bool is_last = i + 1 == members.size();
    if (changed && is_last_of_its_name(members, i)) {
      append_removed(lines, *stored, members[i].name, is_last);
    }
    append_lines(lines, member_text(*document, members[i], is_last),
                 changed ? PayloadLine::Mark::added : PayloadLine::Mark::same);
  }
  for (std::size_t i = 0; i < stored->members().size(); ++i) {
    const std::string& name = stored->members()[i].name;
    if (is_last_of_its_name(stored->members(), i) && !document->raw(name)) {
      append_removed(lines, *stored, name, true);
    }
  }
  lines.push_back({PayloadLine::Mark::same, "}"});
  return lines;
}

}  // namespace webhook
