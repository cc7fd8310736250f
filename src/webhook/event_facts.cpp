// What the events are about. What Nexudus does not say of them is not said here either.
#include "webhook/event_facts.h"

#include <algorithm>
#include <array>

#include "language/text.h"
#include "webhook/event_catalogue.h"

namespace webhook {
namespace {

using language::key;
using language::translate;

// By number.
constexpr std::array<std::string_view, 90> reasons{
    key("It never fires: a webhook for it is never called."),
    key("Fires when details of a customer are changed."),
    key("Fires when a customer is added."),
    key("Fires when an article is added to the blog."),
    key("Fires when an article of the blog is changed."),
    key("Fires when somebody books a resource, such as a meeting room."),
    key("Fires when a booking is changed, for example moved to another time."),
    key("Fires when a booking is deleted."),
    key("Fires when the welcome e-mail goes out to a customer."),
    key("Fires when a customer’s contract to a plan becomes active."),
    key("Fires when a customer’s contract is cancelled."),
    key("Fires when a customer’s contract is renewed for another period."),
    key("Fires when a customer changes to a larger or a smaller plan."),
    key("Fires when the first contract of a customer becomes active."),
    key("Fires when a customer gets the first invoice."),
    key("Fires when an invoice is made."),
    key("Fires when an invoice is deleted."),
    key("Fires when an invoice is changed."),
    key("Fires when an invoice is refunded."),
    key("Fires when a credit note is made for an invoice."),
    key("Fires when an invoice is paid."),
    key("Fires when the payment of an invoice fails."),
    key("Fires when a payment for an invoice comes in."),
    key("Fires when an invoice begins to wait for its payment."),
    key("Fires when an event is added to the calendar."),
    key("Fires when an event of the calendar is changed."),
    key("Fires when an attendee is taken off an event."),
    key("Fires when somebody signs up for an event."),
    key("Fires when the sign-up of an attendee is changed."),
    key("Fires when somebody writes in the chat."),
    key("Fires when a subscriber of the newsletter is added."),
    key("Fires when somebody subscribes to the newsletter."),
    key("Fires when somebody unsubscribes from the newsletter."),
    key("Fires when a subscriber is taken out of a group of the newsletter."),
    key("Fires when a customer checks out."),
    key("Fires when a customer checks in."),
    key("Fires when a customer tries to check in and is not let in."),
    key("Fires when somebody is told about a visitor."),
    key("Fires when a thread is begun on the discussion board."),
    key("Fires when somebody replies on the discussion board."),
    key("Fires when a visitor checks in."),
    key("Fires when a visitor is registered, before or at the visit."),
    key("Fires when an article of the blog is deleted."),
    key("Fires when an event is deleted from the calendar."),
    key("Fires when a message comes in at the help desk."),
    key("Fires when somebody comments on a message of the help desk."),
    key("Fires when a check-in is recorded."),
    key("Fires when a recorded check-in is changed."),
    key("Fires when a recorded check-in is deleted."),
    key("Fires when a customer is deleted."),
    key("Fires when a message to or from a customer is written."),
    key("Fires when a delivery arrives."),
    key("Fires when a delivery is assigned to a customer."),
    key("Fires when a proposal is made."),
    key("Fires when a proposal is changed."),
    key("Fires when a proposal is deleted."),
    key("Fires when a team is added."),
    key("Fires when a team is changed."),
    key("Fires when a team is deleted."),
    key("Fires when details of a customer’s contract are changed."),
    key("Fires when what somebody may enter changes."),
    key("Fires when a contract is made for a customer."),
    key("Fires when an attempt to check in fails."),
    key("Fires when a visitor is deleted."),
    key("Fires when an entry is added to the ledger of invoices."),
    key("Fires when an entry of the ledger of invoices is deleted."),
    key("Fires when an entry of the ledger of invoices is changed."),
    key("Fires when a product is sold to a customer."),
    key("Fires when a customer’s product is changed."),
    key("Fires when a customer’s product is taken away."),
    key("Fires when a desk is added to a floor plan."),
    key("Fires when a desk is removed from a floor plan."),
    key("Fires when a desk of a floor plan is changed, for example assigned."),
    key("Fires when a plan is added."),
    key("Fires when a plan is deleted."),
    key("Fires when a plan is changed."),
    key("Fires when a customer’s contract is deleted."),
    key("Fires when a floor plan is added."),
    key("Fires when a floor plan is deleted."),
    key("Fires when a floor plan is changed."),
    key("Fires when a product is added to the catalogue."),
    key("Fires when a product is deleted from the catalogue."),
    key("Fires when a product of the catalogue is changed."),
    key("Fires when settings of a location are changed."),
    key("Fires when a community group is added."),
    key("Fires when a community group is deleted."),
    key("Fires when a community group is changed."),
    key("Fires when a payment method is added for a customer."),
    key("Fires when a payment method of a customer is deleted."),
    key("Fires when a payment method of a customer is changed."),
};

struct Pair {
  std::int64_t one;
  std::int64_t other;
  std::string_view difference;
};

constexpr std::array twins{
    Pair{37, 63,
         key("They are two events: 37 stands with the customers, 63 with the check-ins, and a webhook for one is not "
             "called for the other.")},
    Pair{36, 47, key("36 is about the customer who checks in, 47 about the record that this makes.")},
    Pair{36, 41, key("36 is about customers, 41 about visitors.")},
    Pair{41, 42, key("42 comes when the visit is registered, 41 when the visitor is there.")},
    Pair{31, 32, key("31 is about a new address in the list, 32 about somebody who wants the newsletter.")},
    Pair{33, 34, key("33 ends the newsletter for somebody, 34 only one of its groups.")},
    Pair{62, 10, key("62 comes when the contract is made, 10 when it begins.")},
    Pair{10, 14, key("10 comes for each contract, 14 only for the first of a customer.")},
    Pair{16, 15, key("16 comes for each invoice, 15 only for the first of a customer.")},
    Pair{21, 23, key("23 comes with each payment, 21 when the invoice is settled.")},
    Pair{19, 20, key("19 gives money back, 20 makes the document that takes an invoice back.")},
    Pair{11, 77, key("11 ends a contract, 77 removes the record of one.")},
    Pair{60, 13, key("13 comes when the plan changes, 60 with any change of the contract.")},
    Pair{39, 40, key("39 comes for what begins a thread, 40 for the replies.")},
    Pair{45, 46, key("45 comes for a new message, 46 for each comment on one.")},
    Pair{52, 53, key("52 comes when a delivery is recorded, 53 when it is clear whose it is.")},
    Pair{68, 81, key("68 is about what a customer has bought, 81 about what is on offer.")},
    Pair{69, 83, key("69 is about what a customer has bought, 83 about what is on offer.")},
    Pair{70, 82, key("70 is about what a customer has bought, 82 about what is on offer.")},
    Pair{71, 78, key("71 is about one desk, 78 about the whole plan of a floor.")},
    Pair{72, 79, key("72 is about one desk, 79 about the whole plan of a floor.")},
    Pair{73, 80, key("73 is about one desk, 80 about the whole plan of a floor.")},
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
  return find_event(number) == nullptr ? std::string()
                                       : std::string(translate(reasons.at(static_cast<std::size_t>(number - 1))));
}

std::string_view spelling_of_event(std::int64_t number) {
  const Event* event = find_event(number);
  if (event == nullptr) {
    return {};
  }
  if (event->name.find("HelDesk") != std::string_view::npos) {
    return translate("Nexudus writes “HelDesk” without the p.");
  }
  const bool with_d =
      event->name.ends_with("Created") || event->name.ends_with("Updated") || event->name.ends_with("Deleted");
  return with_d ? translate("Its name ends in -ed, where most end in Create, Update or Delete.") : std::string_view();
}

std::vector<EventTwin> event_twins(std::int64_t number) {
  std::vector<EventTwin> result;
  for (const Pair& pair : twins) {
    if (pair.one == number) result.push_back({pair.other, translate(pair.difference)});
    if (pair.other == number) result.push_back({pair.one, translate(pair.difference)});
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
