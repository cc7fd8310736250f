// The events a webhook can stand for, and finding one by what people type.
#include "webhook/event_catalogue.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "language/text.h"
#include "webhook/heap_sort.h"
#include "webhook/text_match.h"

namespace webhook {
namespace {

using language::key;
using language::translate;

// Names and numbers as Nexudus has them, spelling mistakes included.
constexpr std::array<Event, 90> catalogue{{
    // clang-format off
    {1, "None", key("None"), key("None")},
    {2, "CoworkerUpdate", key("Customer updated"), key("Customers")},
    {3, "CoworkerCreate", key("Customer created"), key("Customers")},
    {4, "BlogPostCreate", key("Article created"), key("Articles")},
    {5, "BlogPostUpdate", key("Article updated"), key("Articles")},
    {6, "BookingCreate", key("Booking created"), key("Bookings")},
    {7, "BookingUpdate", key("Booking updated"), key("Bookings")},
    {8, "BookingDelete", key("Booking deleted"), key("Bookings")},
    {9, "SendWelcomeEmail", key("Welcome e-mail sent"), key("Customers")},
    {10, "CoworkerContractActivate", key("Contract activated"), key("Contracts")},
    {11, "CoworkerContractCancel", key("Contract cancelled"), key("Contracts")},
    {12, "CoworkerContractRenew", key("Contract renewed"), key("Contracts")},
    {13, "CoworkerContractUpgradeDowngrade", key("Contract upgraded or downgraded"), key("Contracts")},
    {14, "CoworkerContractActivateFirst", key("First contract activated"), key("Contracts")},
    {15, "CoworkerInvoiceCreateFirst", key("First invoice created"), key("Invoices")},
    {16, "CoworkerInvoiceCreate", key("Invoice created"), key("Invoices")},
    {17, "CoworkerInvoiceDelete", key("Invoice deleted"), key("Invoices")},
    {18, "CoworkerInvoiceUpdate", key("Invoice updated"), key("Invoices")},
    {19, "CoworkerInvoiceRefund", key("Invoice refunded"), key("Invoices")},
    {20, "CoworkerInvoiceCreditNote", key("Credit note created"), key("Invoices")},
    {21, "CoworkerInvoicePaid", key("Invoice paid"), key("Invoices")},
    {22, "CoworkerInvoiceFailedPayment", key("Invoice payment failed"), key("Invoices")},
    {23, "CoworkerInvoiceReceivedPayment", key("Invoice payment received"), key("Invoices")},
    {24, "CoworkerInvoiceAwaitingPayment", key("Invoice awaiting payment"), key("Invoices")},
    {25, "CalendarEventCreate", key("Event created"), key("Events")},
    {26, "CalendarEventUpdate", key("Event updated"), key("Events")},
    {27, "CalendarEventAttendeeDelete", key("Event attendee deleted"), key("Event attendees")},
    {28, "CalendarEventAttendeeCreate", key("Event attendee created"), key("Event attendees")},
    {29, "CalendarEventAttendeeUpdate", key("Event attendee updated"), key("Event attendees")},
    {30, "GlobalChatMessageCreate", key("Chat message created"), key("Chat")},
    {31, "NewsLetterSubscriberCreate", key("Newsletter subscriber created"), key("Newsletter")},
    {32, "NewsLetterSubscriberSubscribed", key("Newsletter subscriber subscribed"), key("Newsletter")},
    {33, "NewsLetterSubscriberUnSubscribed", key("Newsletter subscriber unsubscribed"), key("Newsletter")},
    {34, "NewsLetterSubscriberRemovedFromGroup", key("Newsletter subscriber removed from group"), key("Newsletter")},
    {35, "CoworkerCheckout", key("Customer checked out"), key("Customers")},
    {36, "CoworkerCheckin", key("Customer checked in"), key("Customers")},
    {37, "CoworkerCheckinFailed", key("Customer check-in failed"), key("Customers")},
    {38, "VisitorNotification", key("Visitor notification"), key("Visitors")},
    {39, "CommunityBoardNewThread", key("Community thread created"), key("Community messages")},
    {40, "CommunityBoardNewReply", key("Community reply created"), key("Community messages")},
    {41, "VisitorCheckedin", key("Visitor checked in"), key("Visitors")},
    {42, "VisitorRegistered", key("Visitor registered"), key("Visitors")},
    {43, "BlogPostDelete", key("Article deleted"), key("Articles")},
    {44, "CalendarEventDelete", key("Event deleted"), key("Events")},
    {45, "HelDeskMessageCreated", key("Help desk message created"), key("Help desk")},
    {46, "HelpDeskCommentCreated", key("Help desk comment created"), key("Help desk")},
    {47, "CheckinCreated", key("Check-in created"), key("Check-ins")},
    {48, "CheckinUpdated", key("Check-in updated"), key("Check-ins")},
    {49, "CheckinDeleted", key("Check-in deleted"), key("Check-ins")},
    {50, "CoworkerDelete", key("Customer deleted"), key("Customers")},
    {51, "CoworkerMessageCreate", key("Customer message created"), key("Customer messages")},
    {52, "DeliveryCreated", key("Delivery created"), key("Deliveries")},
    {53, "DeliveryAssigned", key("Delivery assigned"), key("Deliveries")},
    {54, "ProposalCreated", key("Proposal created"), key("Proposals")},
    {55, "ProposalUpdated", key("Proposal updated"), key("Proposals")},
    {56, "ProposalDeleted", key("Proposal deleted"), key("Proposals")},
    {57, "TeamCreated", key("Team created"), key("Teams")},
    {58, "TeamUpdated", key("Team updated"), key("Teams")},
    {59, "TeamDeleted", key("Team deleted"), key("Teams")},
    {60, "CoworkerContractUpdate", key("Contract updated"), key("Contracts")},
    {61, "AccessControlUpdate", key("Access control updated"), key("Access control")},
    {62, "CoworkerContractCreate", key("Contract created"), key("Contracts")},
    {63, "FailedCheckin", key("Failed check-in"), key("Check-ins")},
    {64, "VisitorDeleted", key("Visitor deleted"), key("Visitors")},
    {65, "CoworkerInvoiceLedgerEntryCreate", key("Invoice ledger entry created"), key("Invoices")},
    {66, "CoworkerInvoiceLedgerEntryDelete", key("Invoice ledger entry deleted"), key("Invoices")},
    {67, "CoworkerInvoiceLedgerEntryUpdate", key("Invoice ledger entry updated"), key("Invoices")},
    {68, "CoworkerProductCreate", key("Customer product created"), key("Customer products")},
    {69, "CoworkerProductUpdate", key("Customer product updated"), key("Customer products")},
    {70, "CoworkerProductDelete", key("Customer product deleted"), key("Customer products")},
    {71, "FloorPlanDeskCreate", key("Floor plan desk created"), key("Floor plan desks")},
    {72, "FloorPlanDeskDelete", key("Floor plan desk deleted"), key("Floor plan desks")},
    {73, "FloorPlanDeskUpdate", key("Floor plan desk updated"), key("Floor plan desks")},
    {74, "TariffCreate", key("Plan created"), key("Plans")},
    {75, "TariffDelete", key("Plan deleted"), key("Plans")},
    {76, "TariffUpdate", key("Plan updated"), key("Plans")},
    {77, "CoworkerContractDelete", key("Contract deleted"), key("Contracts")},
    {78, "FloorPlanCreate", key("Floor plan created"), key("Floor plans")},
    {79, "FloorPlanDelete", key("Floor plan deleted"), key("Floor plans")},
    {80, "FloorPlanUpdate", key("Floor plan updated"), key("Floor plans")},
    {81, "ProductCreate", key("Product created"), key("Products")},
    {82, "ProductDelete", key("Product deleted"), key("Products")},
    {83, "ProductUpdate", key("Product updated"), key("Products")},
    {84, "BusinessUpdate", key("Location updated"), key("Locations")},
    {85, "CommunityGroupCreate", key("Community group created"), key("Community groups")},
    {86, "CommunityGroupDelete", key("Community group deleted"), key("Community groups")},
    {87, "CommunityGroupUpdate", key("Community group updated"), key("Community groups")},
    {88, "CoworkerPaymentMethodCreate", key("Payment method created"), key("Payment methods")},
    {89, "CoworkerPaymentMethodDelete", key("Payment method deleted"), key("Payment methods")},
    {90, "CoworkerPaymentMethodUpdate", key("Payment method updated"), key("Payment methods")},
    // clang-format on
}};

constexpr std::array<std::string_view, 27> family_order{key("Customers"),
                                                        key("Customer messages"),
                                                        key("Customer products"),
                                                        key("Payment methods"),
                                                        key("Contracts"),
                                                        key("Plans"),
                                                        key("Products"),
                                                        key("Invoices"),
                                                        key("Bookings"),
                                                        key("Check-ins"),
                                                        key("Visitors"),
                                                        key("Deliveries"),
                                                        key("Events"),
                                                        key("Event attendees"),
                                                        key("Articles"),
                                                        key("Community groups"),
                                                        key("Community messages"),
                                                        key("Chat"),
                                                        key("Newsletter"),
                                                        key("Help desk"),
                                                        key("Proposals"),
                                                        key("Teams"),
                                                        key("Floor plans"),
                                                        key("Floor plan desks"),
                                                        key("Access control"),
                                                        key("Locations"),
                                                        key("None")};

struct Synonym {
  std::string_view api;
  std::string_view panel;
};

// What the panel calls the things the API names otherwise, and words people use for either.
constexpr std::array<Synonym, 12> vocabulary{{
    {"Coworker", "Customer Member"},
    {"Tariff", "Plan"},
    {"BlogPost", "Article"},
    {"CalendarEvent", "Event"},
    {"Business", "Space Location"},
    {"HelDesk", "HelpDesk Help Desk"},
    {"Checkin", "Check-in Check in"},
    {"Checkedin", "Check-in Checkin"},
    {"Checkout", "Check-out Check out"},
    {"NewsLetter", "Newsletter"},
    {"Email", "E-mail"},
    {"CommunityBoard", "Discussion board"},
}};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// "CoworkerCreate" as "Coworker Create".
std::string split_words(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (is_upper(c) && !result.empty()) {
      result.push_back(' ');
    }
    result.push_back(c);
  }
  return result;
}

/// A text in the user's language and, where that is another, in the panel's: who works with the panel in English types
/// its words.
std::string in_both_languages(std::string_view english) {
  const std::string_view translated = translate(english);
  return translated == english ? std::string(english) : std::string(translated).append(" ").append(english);
}

std::string search_text(const Event& event) {
  std::string result = in_both_languages(event.words);
  result.append(" ").append(event.name).append(" ").append(split_words(event.name));
  for (const Synonym& synonym : vocabulary) {
    if (event.name.find(synonym.api) != std::string_view::npos) {
      result.append(" ").append(synonym.panel);
    }
  }
  result.append(" ").append(in_both_languages(event.family));
  return result.append(" ").append(std::to_string(event.number));
}

/// Whether `word` stands at the beginning of a word of `text`; both folded.
bool begins_a_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-') {
      return true;
    }
  }
  return false;
}

constexpr int no_match = 100;

/// How well an event fits what was typed, 0 best.
int rank(const Event& event, const TextQuery& query, std::string_view folded_query) {
  const std::string text = fold(search_text(event));
  if (!query.matches(text)) {
    return no_match;
  }
  if (folded_query == std::to_string(event.number)) {
    return 0;
  }
  const std::array<std::string, 3> names{fold(translate(event.words)), fold(event.words), fold(event.name)};
  if (std::find(names.begin(), names.end(), folded_query) != names.end()) {
    return 1;
  }
  if (std::any_of(names.begin(), names.end(),
                  [folded_query](const std::string& name) { return name.starts_with(folded_query); })) {
    return 2;
  }
  const bool begins_words = std::all_of(query.words().begin(), query.words().end(),
                                        [&text](const std::string& word) { return begins_a_word(text, word); });
  return begins_words ? 3 : 4;
}

std::ptrdiff_t family_position(std::string_view family) {
  return std::find(family_order.begin(), family_order.end(), family) - family_order.begin();
}

}  // namespace

std::span<const Event> events() { return catalogue; }

std::span<const std::string_view> families() { return family_order; }

const Event* find_event(std::int64_t number) {
  const bool known = number >= 1 && number <= static_cast<std::int64_t>(catalogue.size());
  return known ? &catalogue[static_cast<std::size_t>(number - 1)] : nullptr;
}

std::string describe_event(std::int64_t number) {
  if (const Event* event = find_event(number)) {
    return std::string(translate(event->words));
  }
  return number == 0 ? std::string(translate("No event chosen"))
                     : translate("Unknown event {0}", std::to_string(number));
}

std::string event_name(std::int64_t number) {
  const Event* event = find_event(number);
  return event != nullptr ? std::string(event->name) : std::to_string(number);
}

std::string event_search_text(std::int64_t number) {
  const Event* event = find_event(number);
  return event != nullptr ? search_text(*event) : describe_event(number);
}

std::vector<const Event*> search_events(std::string_view query) {
  struct Found {
    int rank = 0;
    std::ptrdiff_t family = 0;
    const Event* event = nullptr;
  };
  const TextQuery words(query);
  std::string folded = fold(query);
  folded.erase(0, folded.find_first_not_of(' '));
  folded.erase(folded.find_last_not_of(' ') + 1);

  std::vector<Found> found;
  for (const Event& event : catalogue) {
    const int fit = words.empty() ? 0 : rank(event, words, folded);
    if (fit != no_match) {
      found.push_back({fit, family_position(event.family), &event});
    }
  }
  // By number at last: the events stand in the catalogue by it.
  heap_sort(found, [](const Found& left, const Found& right) {
    return std::tie(left.rank, left.family, left.event) < std::tie(right.rank, right.family, right.event);
  });
  std::vector<const Event*> result;
  result.reserve(found.size());
  std::transform(found.begin(), found.end(), std::back_inserter(result), [](const Found& f) { return f.event; });
  return result;
}

}  // namespace webhook
