// The events a webhook can stand for, and finding one by what people type.
#include "webhook/event_catalogue.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include "webhook/heap_sort.h"
#include "webhook/text_match.h"

namespace webhook {
namespace {

// Names and numbers as Nexudus has them, spelling mistakes included.
constexpr std::array<Event, 90> catalogue{{
    // clang-format off
    {1, "None", "None", "None"},
    {2, "CoworkerUpdate", "Customer updated", "Customers"},
    {3, "CoworkerCreate", "Customer created", "Customers"},
    {4, "BlogPostCreate", "Article created", "Articles"},
    {5, "BlogPostUpdate", "Article updated", "Articles"},
    {6, "BookingCreate", "Booking created", "Bookings"},
    {7, "BookingUpdate", "Booking updated", "Bookings"},
    {8, "BookingDelete", "Booking deleted", "Bookings"},
    {9, "SendWelcomeEmail", "Welcome e-mail sent", "Customers"},
    {10, "CoworkerContractActivate", "Contract activated", "Contracts"},
    {11, "CoworkerContractCancel", "Contract cancelled", "Contracts"},
    {12, "CoworkerContractRenew", "Contract renewed", "Contracts"},
    {13, "CoworkerContractUpgradeDowngrade", "Contract upgraded or downgraded", "Contracts"},
    {14, "CoworkerContractActivateFirst", "First contract activated", "Contracts"},
    {15, "CoworkerInvoiceCreateFirst", "First invoice created", "Invoices"},
    {16, "CoworkerInvoiceCreate", "Invoice created", "Invoices"},
    {17, "CoworkerInvoiceDelete", "Invoice deleted", "Invoices"},
    {18, "CoworkerInvoiceUpdate", "Invoice updated", "Invoices"},
    {19, "CoworkerInvoiceRefund", "Invoice refunded", "Invoices"},
    {20, "CoworkerInvoiceCreditNote", "Credit note created", "Invoices"},
    {21, "CoworkerInvoicePaid", "Invoice paid", "Invoices"},
    {22, "CoworkerInvoiceFailedPayment", "Invoice payment failed", "Invoices"},
    {23, "CoworkerInvoiceReceivedPayment", "Invoice payment received", "Invoices"},
    {24, "CoworkerInvoiceAwaitingPayment", "Invoice awaiting payment", "Invoices"},
    {25, "CalendarEventCreate", "Event created", "Events"},
    {26, "CalendarEventUpdate", "Event updated", "Events"},
    {27, "CalendarEventAttendeeDelete", "Event attendee deleted", "Event attendees"},
    {28, "CalendarEventAttendeeCreate", "Event attendee created", "Event attendees"},
    {29, "CalendarEventAttendeeUpdate", "Event attendee updated", "Event attendees"},
    {30, "GlobalChatMessageCreate", "Chat message created", "Chat"},
    {31, "NewsLetterSubscriberCreate", "Newsletter subscriber created", "Newsletter"},
    {32, "NewsLetterSubscriberSubscribed", "Newsletter subscriber subscribed", "Newsletter"},
    {33, "NewsLetterSubscriberUnSubscribed", "Newsletter subscriber unsubscribed", "Newsletter"},
    {34, "NewsLetterSubscriberRemovedFromGroup", "Newsletter subscriber removed from group", "Newsletter"},
    {35, "CoworkerCheckout", "Customer checked out", "Customers"},
    {36, "CoworkerCheckin", "Customer checked in", "Customers"},
    {37, "CoworkerCheckinFailed", "Customer check-in failed", "Customers"},
    {38, "VisitorNotification", "Visitor notification", "Visitors"},
    {39, "CommunityBoardNewThread", "Community thread created", "Community messages"},
    {40, "CommunityBoardNewReply", "Community reply created", "Community messages"},
    {41, "VisitorCheckedin", "Visitor checked in", "Visitors"},
    {42, "VisitorRegistered", "Visitor registered", "Visitors"},
    {43, "BlogPostDelete", "Article deleted", "Articles"},
    {44, "CalendarEventDelete", "Event deleted", "Events"},
    {45, "HelDeskMessageCreated", "Help desk message created", "Help desk"},
    {46, "HelpDeskCommentCreated", "Help desk comment created", "Help desk"},
    {47, "CheckinCreated", "Check-in created", "Check-ins"},
    {48, "CheckinUpdated", "Check-in updated", "Check-ins"},
    {49, "CheckinDeleted", "Check-in deleted", "Check-ins"},
    {50, "CoworkerDelete", "Customer deleted", "Customers"},
    {51, "CoworkerMessageCreate", "Customer message created", "Customer messages"},
    {52, "DeliveryCreated", "Delivery created", "Deliveries"},
    {53, "DeliveryAssigned", "Delivery assigned", "Deliveries"},
    {54, "ProposalCreated", "Proposal created", "Proposals"},
    {55, "ProposalUpdated", "Proposal updated", "Proposals"},
    {56, "ProposalDeleted", "Proposal deleted", "Proposals"},
    {57, "TeamCreated", "Team created", "Teams"},
    {58, "TeamUpdated", "Team updated", "Teams"},
    {59, "TeamDeleted", "Team deleted", "Teams"},
    {60, "CoworkerContractUpdate", "Contract updated", "Contracts"},
    {61, "AccessControlUpdate", "Access control updated", "Access control"},
    {62, "CoworkerContractCreate", "Contract created", "Contracts"},
    {63, "FailedCheckin", "Failed check-in", "Check-ins"},
    {64, "VisitorDeleted", "Visitor deleted", "Visitors"},
    {65, "CoworkerInvoiceLedgerEntryCreate", "Invoice ledger entry created", "Invoices"},
    {66, "CoworkerInvoiceLedgerEntryDelete", "Invoice ledger entry deleted", "Invoices"},
    {67, "CoworkerInvoiceLedgerEntryUpdate", "Invoice ledger entry updated", "Invoices"},
    {68, "CoworkerProductCreate", "Customer product created", "Customer products"},
    {69, "CoworkerProductUpdate", "Customer product updated", "Customer products"},
    {70, "CoworkerProductDelete", "Customer product deleted", "Customer products"},
    {71, "FloorPlanDeskCreate", "Floor plan desk created", "Floor plan desks"},
    {72, "FloorPlanDeskDelete", "Floor plan desk deleted", "Floor plan desks"},
    {73, "FloorPlanDeskUpdate", "Floor plan desk updated", "Floor plan desks"},
    {74, "TariffCreate", "Plan created", "Plans"},
    {75, "TariffDelete", "Plan deleted", "Plans"},
    {76, "TariffUpdate", "Plan updated", "Plans"},
    {77, "CoworkerContractDelete", "Contract deleted", "Contracts"},
    {78, "FloorPlanCreate", "Floor plan created", "Floor plans"},
    {79, "FloorPlanDelete", "Floor plan deleted", "Floor plans"},
    {80, "FloorPlanUpdate", "Floor plan updated", "Floor plans"},
    {81, "ProductCreate", "Product created", "Products"},
    {82, "ProductDelete", "Product deleted", "Products"},
    {83, "ProductUpdate", "Product updated", "Products"},
    {84, "BusinessUpdate", "Location updated", "Locations"},
    {85, "CommunityGroupCreate", "Community group created", "Community groups"},
    {86, "CommunityGroupDelete", "Community group deleted", "Community groups"},
    {87, "CommunityGroupUpdate", "Community group updated", "Community groups"},
    {88, "CoworkerPaymentMethodCreate", "Payment method created", "Payment methods"},
    {89, "CoworkerPaymentMethodDelete", "Payment method deleted", "Payment methods"},
    {90, "CoworkerPaymentMethodUpdate", "Payment method updated", "Payment methods"},
    // clang-format on
}};

constexpr std::array<std::string_view, 27> family_order{"Customers",
                                                        "Customer messages",
                                                        "Customer products",
                                                        "Payment methods",
                                                        "Contracts",
                                                        "Plans",
                                                        "Products",
                                                        "Invoices",
                                                        "Bookings",
                                                        "Check-ins",
                                                        "Visitors",
                                                        "Deliveries",
                                                        "Events",
                                                        "Event attendees",
                                                        "Articles",
                                                        "Community groups",
                                                        "Community messages",
                                                        "Chat",
                                                        "Newsletter",
                                                        "Help desk",
                                                        "Proposals",
                                                        "Teams",
                                                        "Floor plans",
                                                        "Floor plan desks",
                                                        "Access control",
                                                        "Locations",
                                                        "None"};

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

std::string search_text(const Event& event) {
  std::string result;
  result.append(event.words).append(" ").append(event.name).append(" ").append(split_words(event.name));
  for (const Synonym& synonym : vocabulary) {
    if (event.name.find(synonym.api) != std::string_view::npos) {
      result.append(" ").append(synonym.panel);
    }
  }
  return result.append(" ").append(event.family).append(" ").append(std::to_string(event.number));
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
  const std::string words = fold(event.words);
  if (folded_query == std::to_string(event.number)) {
    return 0;
  }
  if (folded_query == fold(event.name) || folded_query == words) {
    return 1;
  }
  if (words.starts_with(folded_query) || fold(event.name).starts_with(folded_query)) {
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
    return std::string(event->words);
  }
  return number == 0 ? "No event chosen" : "Unknown event " + std::to_string(number);
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
