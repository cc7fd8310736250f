// What the events are about. What Nexudus does not say of them is not said here either.
#include "webhook/event_facts.h"

#include <algorithm>
#include <array>

#include "webhook/event_catalogue.h"

namespace webhook {
namespace {

// "Fires when …", by number.
constexpr std::array<std::string_view, 90> reasons{
    "",  // None
    "details of a customer are changed",
    "a customer is added",
    "an article is added to the blog",
    "an article of the blog is changed",
    "somebody books a resource, such as a meeting room",
    "a booking is changed, for example moved to another time",
    "a booking is deleted",
    "the welcome e-mail goes out to a customer",
    "a customer’s contract to a plan becomes active",
    "a customer’s contract is cancelled",
    "a customer’s contract is renewed for another period",
    "a customer changes to a larger or a smaller plan",
    "the first contract of a customer becomes active",
    "a customer gets the first invoice",
    "an invoice is made",
    "an invoice is deleted",
    "an invoice is changed",
    "an invoice is refunded",
    "a credit note is made for an invoice",
    "an invoice is paid",
    "the payment of an invoice fails",
    "a payment for an invoice comes in",
    "an invoice begins to wait for its payment",
    "an event is added to the calendar",
    "an event of the calendar is changed",
    "an attendee is taken off an event",
    "somebody signs up for an event",
    "the sign-up of an attendee is changed",
    "somebody writes in the chat",
    "a subscriber of the newsletter is added",
    "somebody subscribes to the newsletter",
    "somebody unsubscribes from the newsletter",
    "a subscriber is taken out of a group of the newsletter",
    "a customer checks out",
    "a customer checks in",
    "a customer tries to check in and is not let in",
    "somebody is told about a visitor",
    "a thread is begun on the discussion board",
    "somebody replies on the discussion board",
    "a visitor checks in",
    "a visitor is registered, before or at the visit",
    "an article of the blog is deleted",
    "an event is deleted from the calendar",
    "a message comes in at the help desk",
    "somebody comments on a message of the help desk",
    "a check-in is recorded",
    "a recorded check-in is changed",
    "a recorded check-in is deleted",
    "a customer is deleted",
    "a message to or from a customer is written",
    "a delivery arrives",
    "a delivery is assigned to a customer",
    "a proposal is made",
    "a proposal is changed",
    "a proposal is deleted",
    "a team is added",
    "a team is changed",
    "a team is deleted",
    "details of a customer’s contract are changed",
    "what somebody may enter changes",
    "a contract is made for a customer",
    "an attempt to check in fails",
    "a visitor is deleted",
    "an entry is added to the ledger of invoices",
    "an entry of the ledger of invoices is deleted",
    "an entry of the ledger of invoices is changed",
    "a product is sold to a customer",
    "a customer’s product is changed",
    "a customer’s product is taken away",
    "a desk is added to a floor plan",
    "a desk is removed from a floor plan",
    "a desk of a floor plan is changed, for example assigned",
    "a plan is added",
    "a plan is deleted",
    "a plan is changed",
    "a customer’s contract is deleted",
    "a floor plan is added",
    "a floor plan is deleted",
    "a floor plan is changed",
    "a product is added to the catalogue",
    "a product is deleted from the catalogue",
    "a product of the catalogue is changed",
    "settings of a location are changed",
    "a community group is added",
    "a community group is deleted",
    "a community group is changed",
    "a payment method is added for a customer",
    "a payment method of a customer is deleted",
    "a payment method of a customer is changed",
};

struct Pair {
  std::int64_t one;
  std::int64_t other;
  std::string_view difference;
};

constexpr std::array twins{
    Pair{
        37, 63,
        "They are two events: 37 stands with the customers, 63 with the check-ins, and a webhook for one is not called "
        "for the other."},
    Pair{36, 47, "36 is about the customer who checks in, 47 about the record that this makes."},
    Pair{36, 41, "36 is about customers, 41 about visitors."},
    Pair{41, 42, "42 comes when the visit is registered, 41 when the visitor is there."},
    Pair{31, 32, "31 is about a new address in the list, 32 about somebody who wants the newsletter."},
    Pair{33, 34, "33 ends the newsletter for somebody, 34 only one of its groups."},
    Pair{62, 10, "62 comes when the contract is made, 10 when it begins."},
    Pair{10, 14, "10 comes for each contract, 14 only for the first of a customer."},
    Pair{16, 15, "16 comes for each invoice, 15 only for the first of a customer."},
    Pair{21, 23, "23 comes with each payment, 21 when the invoice is settled."},
    Pair{19, 20, "19 gives money back, 20 makes the document that takes an invoice back."},
    Pair{11, 77, "11 ends a contract, 77 removes the record of one."},
    Pair{60, 13, "13 comes when the plan changes, 60 with any change of the contract."},
    Pair{39, 40, "39 comes for what begins a thread, 40 for the replies."},
    Pair{45, 46, "45 comes for a new message, 46 for each comment on one."},
    Pair{52, 53, "52 comes when a delivery is recorded, 53 when it is clear whose it is."},
    Pair{68, 81, "68 is about what a customer has bought, 81 about what is on offer."},
    Pair{69, 83, "69 is about what a customer has bought, 83 about what is on offer."},
    Pair{70, 82, "70 is about what a customer has bought, 82 about what is on offer."},
    Pair{71, 78, "71 is about one desk, 78 about the whole plan of a floor."},
    Pair{72, 79, "72 is about one desk, 79 about the whole plan of a floor."},
    Pair{73, 80, "73 is about one desk, 80 about the whole plan of a floor."},
};

struct Link {
  std::int64_t from;
  std::int64_t to;
};

// What follows, and what undoes it, where names do not tell.
constexpr std::array links{Link{36, 35}, Link{35, 36}, Link{21, 22}, Link{21, 19}, Link{22, 21}, Link{22, 24},
                           Link{16, 21}, Link{16, 22}, Link{24, 21}, Link{10, 11}, Link{10, 12}, Link{11, 10},
                           Link{12, 11}, Link{13, 11}, Link{62, 11}, Link{3, 62},  Link{3, 9},   Link{9, 3},
                           Link{32, 33}, Link{33, 32}, Link{42, 38}, Link{41, 38}, Link{38, 42}, Link{37, 36},
                           Link{63, 47}, Link{88, 22}, Link{28, 25}, Link{19, 21}, Link{53, 52}, Link{40, 39}};

constexpr std::size_t most_siblings = 4;

/// "CoworkerContractUpdate" as "CoworkerContract"; empty for a name with another end.
std::string_view thing_of(std::string_view name) {
  for (const std::string_view end : {"Created", "Updated", "Deleted", "Create", "Update", "Delete"}) {
    if (name.ends_with(end)) {
      return name.substr(0, name.size() - end.size());
    }
  }
  return {};
}

bool are_twins(std::int64_t one, std::int64_t other) {
  return std::any_of(twins.begin(), twins.end(), [=](const Pair& pair) {
    return (pair.one == one && pair.other == other) || (pair.one == other && pair.other == one);
  });
}

}  // namespace

std::string about_event(std::int64_t number) {
  if (number == none_action) {
    return "It never fires: a webhook for it is never called.";
  }
  return find_event(number) == nullptr
             ? std::string()
             : "Fires when " + std::string(reasons.at(static_cast<std::size_t>(number - 1))) + ".";
}

std::string_view spelling_of_event(std::int64_t number) {
  const Event* event = find_event(number);
  if (event == nullptr) {
    return {};
  }
  if (event->name.find("HelDesk") != std::string_view::npos) {
    return "Nexudus writes “HelDesk” without the p.";
  }
  const bool with_d =
      event->name.ends_with("Created") || event->name.ends_with("Updated") || event->name.ends_with("Deleted");
  return with_d ? "Its name ends in -ed, where most end in Create, Update or Delete." : "";
}

std::vector<EventTwin> event_twins(std::int64_t number) {
  std::vector<EventTwin> result;
  for (const Pair& pair : twins) {
    if (pair.one == number) result.push_back({pair.other, pair.difference});
    if (pair.other == number) result.push_back({pair.one, pair.difference});
  }
  return result;
}

std::vector<std::int64_t> event_siblings(std::int64_t number) {
  std::vector<std::int64_t> result;
  const auto add = [&](std::int64_t other) {
    const bool is_new = std::find(result.begin(), result.end(), other) == result.end();
    if (other != number && is_new && !are_twins(number, other) && result.size() < most_siblings) {
      result.push_back(other);
    }
  };
  const Event* event = find_event(number);
  const std::string_view thing = event == nullptr ? std::string_view() : thing_of(event->name);
  if (!thing.empty()) {
    for (const Event& other : events()) {
      if (thing_of(other.name) == thing) add(other.number);
    }
  }
  for (const Link& link : links) {
    if (link.from == number) add(link.to);
  }
  return result;
}

}  // namespace webhook
