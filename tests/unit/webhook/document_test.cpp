// The lossless document.
#include "webhook/document.h"

#include <gtest/gtest.h>

#include <random>

#include "webhook/json.h"

namespace webhook {
namespace {

constexpr std::string_view sample = R"({ "BusinessId" : 12, "Name":"D\u00f6r", "Action":117,
  "Description":null, "URL":"https:\/\/a.example\/x", "Active":true,
  "Ratio":1.10, "Huge":12345678901234567890, "Beyond":1e400, "CustomFields":{"z":[1, 2 ],"a":null},
  "Id":87654321,"ErrorCount":3,"LastTrigger":"2025-01-15T10:30:00Z","LastError":"500" })";

Document parsed(std::string_view text) {
  auto document = Document::parse(std::string(text));
  EXPECT_TRUE(document) << document.error().sentence;
  return *document;
}

Record record_in(const Document& document) {
  auto record = read_record(document);
  EXPECT_TRUE(record) << record.error().sentence;
  return *record;
}

/// The document after `change` was made to its fields.
template <typename Change>
std::string edited_by(std::string_view text, Change change) {
  const Document document = parsed(text);
  const Fields stored = record_in(document).fields;
  Fields wanted = stored;
  change(wanted);
  return edited(document, stored, wanted);
}

TEST(Document, ReadsTheRecordInIt) {
  const Record record = record_in(parsed(sample));
  EXPECT_EQ(record.id, 87654321);
  EXPECT_EQ(record.fields, (Fields{"Dör", 12, 117, "https://a.example/x", "", true}));
  EXPECT_EQ(record.facts.error_count, 3);
  EXPECT_EQ(record.facts.last_error, "500");
  EXPECT_EQ(record.facts.last_trigger.unix_ms, 1'736'937'000'000);
}

TEST(Document, GivesTheTextOfAMember) {
  const Document document = parsed(sample);
  EXPECT_EQ(document.raw("Ratio"), "1.10");
  EXPECT_EQ(document.raw("CustomFields"), R"({"z":[1, 2 ],"a":null})");
  EXPECT_EQ(document.raw("Missing"), std::nullopt);
}

TEST(Document, OfAMemberGivenTwiceTheLastCounts) {
  EXPECT_EQ(record_in(parsed(R"({"Name":"a","Name":"b"})")).fields.name, "b");
  EXPECT_EQ(parsed(R"({"Name":"a","Name":"b"})").raw("Name"), "\"b\"");
}

TEST(Document, FindsAMemberWhoseNameIsWrittenWithEscapes) {
  EXPECT_EQ(edited_by(R"({"N\u0061me":"a"})", [](Fields& f) { f.name = "b"; }), R"({"N\u0061me":"b"})");
}

TEST(Document, SurvivesBeingMoved) {
  Document first = parsed(R"({"Id":1})");
  const Document second = std::move(first);
  EXPECT_EQ(second.raw("Id"), "1");
}

TEST(Document, RefusesWhatIsNoObject) {
  EXPECT_EQ(Document::parse("[1]").error().sentence, "It should be an object, but is a list.");
  EXPECT_EQ(Document::parse(R"({"a":"b)").error().sentence, "It breaks off after 7 bytes: a text is not closed.");
  EXPECT_EQ(Document::parse(R"({"a":tru})").error().sentence, "It is no JSON from byte 5 on: a value is misspelt.");
  EXPECT_FALSE(Document::parse(""));
  EXPECT_FALSE(Document::parse("{} x"));
}

TEST(Document, NamesTheMemberOfAWrongType) {
  const auto record = read_record(parsed(R"({"Id":1,"Action":"BookingCreate"})"));
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().sentence, "Action should be a whole number, but is the text “BookingCreate”.");
}

TEST(EditedDocument, WithoutAChangeIsTheSameText) {
  EXPECT_EQ(edited_by(sample, [](Fields&) {}), sample);
}

TEST(EditedDocument, ReplacesOnlyTheValueThatChanged) {
  std::string expected(sample);
  expected.replace(expected.find(R"("D\u00f6r")"), 10, R"("Tür \"1\"")");
  EXPECT_EQ(edited_by(sample, [](Fields& f) { f.name = "Tür \"1\""; }), expected);
}

TEST(EditedDocument, ReplacesEveryField) {
  const std::string text = edited_by(sample, [](Fields& f) { f = {"n", 5, 6, "https://b", "d", false}; });
  EXPECT_EQ(record_in(parsed(text)).fields, (Fields{"n", 5, 6, "https://b", "d", false}));
}

TEST(EditedDocument, KeepsNullForADescriptionNobodyTouched) {
  EXPECT_EQ(parsed(edited_by(sample, [](Fields& f) { f.active = false; })).raw("Description"), "null");
}

TEST(EditedDocument, WritesNullForADescriptionThatWasEmptied) {
  EXPECT_EQ(edited_by(R"({"Description":"x"})", [](Fields& f) { f.description.clear(); }), R"({"Description":null})");
}

TEST(EditedDocument, AppendsAMemberThatWasMissingOnlyIfItChanges) {
  EXPECT_EQ(edited_by("{ }", [](Fields& f) { f.active = true; }), R"({"Active":true })");
  EXPECT_EQ(edited_by(R"({"Id":1 })",
                      [](Fields& f) {
                        f.active = true;
                        f.name = "n";
                      }),
            R"({"Id":1,"Name":"n","Active":true })");
}

TEST(EditedDocument, ChangesAMemberGivenTwiceInBothPlaces) {
  EXPECT_EQ(edited_by(R"({"Name":"a","Name":"b"})", [](Fields& f) { f.name = "c"; }), R"({"Name":"c","Name":"c"})");
}

TEST(EditedDocument, LeavesNestedMembersOfTheSameNameAlone) {
  EXPECT_EQ(edited_by(R"({"Custom":{"Name":"x"},"Name":"a"})", [](Fields& f) { f.name = "b"; }),
            R"({"Custom":{"Name":"x"},"Name":"b"})");
}

// ---- Any document at all, from a seeded generator ------------------------------------------------------------------

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  std::string space() { return chance(3) ? std::string(&" \n\t\r "[below(4)], 1) : std::string(); }

  std::string string() {
    static constexpr std::array<std::string_view, 12> parts{"a",   "é",       "日", "😀",       "\\n",  "\\\"",
                                                            "\\/", "\\u00e9", " ",  "\\ud83d", "\\\\", "}"};
    std::string text = "\"";
    for (std::size_t i = below(6); i > 0; --i) {
      text += parts[below(parts.size())];
    }
    return text + "\"";
  }

  std::string value(int depth) {
    static constexpr std::array<std::string_view, 9> scalars{
        "null", "true", "false", "0", "-1.10", "12345678901234567890", "1e400", "1.0E-7", "\"\""};
    if (depth == 0 || !chance(3)) {
      return chance(2) ? string() : std::string(scalars[below(scalars.size())]);
    }
    const bool object = chance(2);
    std::string text = object ? "{" : "[";
    const std::size_t size = below(4);
    for (std::size_t i = 0; i < size; ++i) {
      text += (i > 0 ? "," : "") + space() + (object ? string() + space() + ":" : "") + space() + value(depth - 1) +
              space();
    }
    return text + space() + (object ? "}" : "]");
  }

  /// Values of a record's members as they may come, wrong types left out.
  std::string known_value(Field field) {
    switch (field) {
      case Field::location:
      case Field::event:
        return chance(5) ? "null" : std::to_string(below(200));
      case Field::active:
        return chance(2) ? "true" : "false";
      default:
        return chance(4) ? "null" : string();
    }
  }

  std::string document() {
    std::string text = space() + "{";
    bool first = true;
    const auto add = [&](const std::string& name, const std::string& raw) {
      text += (first ? "" : ",") + space() + name + space() + ":" + space() + raw + space();
      first = false;
    };
    for (const Field field : all_fields) {
      while (chance(3)) {
        add("\"x" + string().substr(1), value(4));
      }
      if (!chance(5)) {
        add("\"" + std::string(to_string(field)) + "\"", known_value(field));
      }
      if (chance(6)) {  // a known one again, of any kind: as JSON allows
        const Field again = all_fields[below(all_fields.size())];
        add("\"" + std::string(to_string(again)) + "\"", known_value(again));
      }
    }
    return text + space() + "}" + space();
  }

  Fields change(Fields fields) {
    if (chance(2)) fields.name += "ü\"\n";
    if (chance(2)) fields.location_id += 1;
    if (chance(2)) fields.action = 117;
    if (chance(2)) fields.url = "https://b.example/?a=1&b=\\";
    if (chance(2)) fields.description = chance(2) ? "" : "neu\t";
    if (chance(2)) fields.active = !fields.active;
    return fields;
  }

 private:
  std::mt19937 random_;
};

TEST(AnyDocument, UnchangedIsItsOwnText) {
  Generator generator(1);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = generator.document();
    EXPECT_EQ(edited_by(text, [](Fields&) {}), text);
  }
}

TEST(AnyDocument, EditedReadsBackAsWanted) {
  Generator generator(2);
  for (int i = 0; i < 2000; ++i) {
    const Document document = parsed(generator.document());
    const Fields stored = record_in(document).fields;
    const Fields wanted = generator.change(stored);
    EXPECT_EQ(record_in(parsed(edited(document, stored, wanted))).fields, wanted) << document.text();
  }
}

TEST(AnyDocument, EditedKeepsTheTextOfEveryMemberNobodyChanged) {
  Generator generator(3);
  for (int i = 0; i < 2000; ++i) {
    const Document document = parsed(generator.document());
    const Fields stored = record_in(document).fields;
    const Fields wanted = generator.change(stored);
    const Document after = parsed(edited(document, stored, wanted));
    const auto changed = differing_fields(stored, wanted);
    ASSERT_LE(document.members().size(), after.members().size());
    for (std::size_t m = 0; m < document.members().size(); ++m) {
      const auto& member = document.members()[m];
      ASSERT_EQ(member.name, after.members()[m].name);
      const bool may_differ =
          std::any_of(changed.begin(), changed.end(), [&](Field field) { return to_string(field) == member.name; });
      EXPECT_TRUE(may_differ || document.raw(member) == after.raw(after.members()[m])) << document.text();
    }
  }
}

/// The text with the values of these fields taken out, and without what comes between its first `count` members and its
/// end.
std::string without(const Document& document, const std::vector<Field>& fields, std::size_t count) {
  std::string text;
  std::size_t copied = 0;
  const auto& members = document.members();
  for (std::size_t m = 0; m < members.size(); ++m) {
    const bool is_one =
        std::any_of(fields.begin(), fields.end(), [&](Field field) { return to_string(field) == members[m].name; });
    if (m < count) {
      text.append(document.text(), copied, (is_one ? members[m].begin : members[m].end) - copied);
    }
    copied = members[m].end;
  }
  return text.append(document.text(), copied);
}

TEST(AnyDocument, EditedKeepsEveryByteOutsideOfTheChangedValues) {
  Generator generator(6);
  for (int i = 0; i < 2000; ++i) {
    const Document document = parsed(generator.document());
    const std::size_t count = document.members().size();
    if (count == 0) continue;
    const Fields stored = record_in(document).fields;
    const Fields wanted = generator.change(stored);
    const Document after = parsed(edited(document, stored, wanted));
    const auto changed = differing_fields(stored, wanted);
    ASSERT_EQ(without(after, changed, count), without(document, changed, count)) << document.text();
  }
}

TEST(AnyDocument, ChangedThereAndBackAgainDiffersOnlyInHowItIsWritten) {
  Generator generator(4);
  for (int i = 0; i < 500; ++i) {
    const Document document = parsed(generator.document());
    const Fields stored = record_in(document).fields;
    const Fields wanted = generator.change(stored);
    const Document after = parsed(edited(document, stored, wanted));
    EXPECT_EQ(record_in(parsed(edited(after, wanted, stored))).fields, stored);
  }
}

/// The JSON without white space outside of its texts.
std::string squeezed(std::string_view json) {
  std::string result;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (in_string && json[i] == '\\') {
      result.append(json.substr(i++, 2));
      continue;
    }
    in_string = in_string != (json[i] == '"');
    if (in_string || std::string_view(" \n\t\r").find(json[i]) == std::string_view::npos) {
      result.push_back(json[i]);
    }
  }
  return result;
}

TEST(AnyDocument, PrettyChangesNothingButWhiteSpace) {
  Generator generator(5);
  for (int i = 0; i < 500; ++i) {
    const std::string text = generator.document();
    EXPECT_EQ(squeezed(pretty(text)), squeezed(text));
  }
}

// ---- New records and the view of the payload -----------------------------------------------------------------------

TEST(CreatePayload, HoldsExactlyTheFields) {
  EXPECT_EQ(
      create_payload({"Dör", 12, 6, "https://a.example/x", "why", true}),
      R"({"BusinessId":12,"Name":"Dör","Action":6,"Description":"why","URL":"https://a.example/x","Active":true})");
}

TEST(CreatePayload, WritesAnEmptyDescriptionAsNull) {
  EXPECT_EQ(parsed(create_payload({"n", 1, 6, "https://a", "", false})).raw("Description"), "null");
}

TEST(Pretty, PutsEachMemberOnItsOwnLine) {
  EXPECT_EQ(
      pretty(R"({"a":1.10,"b":[],"c":{"d":"x:,{ y"},"e":[1,2], "f":{ }})"),
      "{\n  \"a\": 1.10,\n  \"b\": [],\n  \"c\": {\n    \"d\": \"x:,{ y\"\n  },\n  \"e\": [\n    1,\n    2\n  ],\n"
      "  \"f\": {}\n}");
}

TEST(Pretty, LeavesTextThatIsNoJsonAlone) { EXPECT_EQ(pretty("<html> {"), "<html> {"); }

TEST(Differences, NameTheMembersThatDiffer) {
  EXPECT_EQ(differences(parsed(R"({"a":1,"b":2,"c":3})"), R"({"a":1,"b":20,"d":4})"),
            (std::vector<Difference>{{"b", "2", "20"}, {"d", "", "4"}, {"c", "3", ""}}));
}

TEST(Differences, OfMembersGivenTwiceCountTheLastOnly) {
  EXPECT_TRUE(differences(parsed(R"({"a":1,"a":2})"), R"({"a":3,"a":2})").empty());
  EXPECT_EQ(differences(parsed(R"({"a":1,"a":2})"), R"({"a":1,"a":3})"), (std::vector<Difference>{{"a", "2", "3"}}));
}

TEST(Differences, AreNoneForTheSameDocumentWithOtherSpaces) {
  EXPECT_TRUE(differences(parsed(sample), " " + std::string(sample)).empty());
}

TEST(PayloadLines, ShowTheOldLineBeforeTheNewOne) {
  using Mark = PayloadLine::Mark;
  const Document stored = parsed(R"({"Name":"a","Active":true})");
  EXPECT_EQ(payload_lines(&stored, R"({"Name":"b","Active":true})"),
            (std::vector<PayloadLine>{{Mark::same, "{"},
                                      {Mark::removed, "  \"Name\": \"a\","},
                                      {Mark::added, "  \"Name\": \"b\","},
                                      {Mark::same, "  \"Active\": true"},
                                      {Mark::same, "}"}}));
}

TEST(PayloadLines, WithoutADifferenceAreThoseOfThePrettyText) {
  const Document stored = parsed(sample);
  std::string joined;
  for (const PayloadLine& line : payload_lines(&stored, sample)) {
    EXPECT_EQ(line.mark, PayloadLine::Mark::same);
    joined += (joined.empty() ? "" : "\n") + line.text;
  }
  EXPECT_EQ(joined, pretty(sample));
}

TEST(PayloadLines, OfANewRecordAreNotMarked) {
  for (const PayloadLine& line : payload_lines(nullptr, create_payload({}))) {
    EXPECT_EQ(line.mark, PayloadLine::Mark::same);
  }
}

}  // namespace
}  // namespace webhook
