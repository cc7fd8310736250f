// Brings in the list page by page.
//
// The first page is small, so that there is something to see soon. If there is more, all is read from the beginning in
// the largest pages Nexudus gives: pages of one size fit together without gaps, which a small page and large ones after
// it would not; rows that came before are recognised by their Id. The pages are ordered by Id, so a webhook created
// meanwhile comes last; one deleted meanwhile moves the others up, so that one may slip through between two pages. The
// total shrinks then, and all pages are read once more. (It does not if as many are created in the same moment.)
#include "editor/list_loading.h"

#include <algorithm>
#include <string>
#include <utility>

#include "editor/form_view.h"
#include "editor/list_view.h"
#include "editor/save_flow.h"
#include "editor/sentences.h"
#include "editor/session_flow.h"
#include "editor/visit.h"
#include "language/text.h"
#include "nexudus/replies.h"
#include "nexudus/requests.h"
#include "webhook/heap_sort.h"
#include "webhook/text_match.h"

namespace editor {
namespace {

using language::counted;
using language::translate;
using Purpose = Errand::Purpose;

constexpr int first_page_size = 100;
constexpr int most_pages = 10'000;  // a server that always promises one more must not keep us for ever

std::string page_name(const List& list) {
  return list.next_page == 1 ? std::string(translate("the webhooks"))
                             : translate("page {0} of the webhooks", std::to_string(list.next_page));
}

void describe_progress(List& list) {
  if (list.phase != List::Phase::loading) {
    list.progress.clear();
  } else if (!list.total) {
    list.progress = translate("Loading webhooks");
  } else {
    const auto total = static_cast<std::int64_t>(*list.total);
    list.progress = counted(total, "Loading {0} of {1} webhook", "Loading {0} of {1} webhooks", grouped(list.received),
                            grouped(*list.total));
  }
}

/// What is told of a write stays.
void clear_own_notice(List& list) {
  if (list.notice.action != Notice::Action::none) {
    list.notice = Notice{};
  }
}

void ask_page(const Context& context) {
  List& list = context.state.list;
  list.phase = List::Phase::loading;
  describe_progress(list);
  post(context, {Purpose::list_page, 0, list.next_page}, nexudus::request_webhooks(list.next_page, list.page_size),
       page_name(list));
}

void begin_pages(const Context& context, int page_size) {
  List& list = context.state.list;
  ++list.loading;
  list.received = 0;
  list.shrank = false;
  list.total.reset();
  list.next_page = 1;
  list.page_size = page_size;
  ask_page(context);
}

bool has_more(const nexudus::Page<webhook::Record>& page, const List& list) {
  const bool promised = page.has_next_page || page.total_pages > list.next_page;
  return promised && !page.records.empty() && list.next_page < most_pages;
}

std::size_t count_received(const List& list) {
  return static_cast<std::size_t>(
      std::count_if(list.rows.begin(), list.rows.end(), [&](const Row& row) { return row.loading == list.loading; }));
}

/// Rows that the complete loading did not bring are gone.
void drop_unseen(const Context& context) {
  List& list = context.state.list;
  std::erase_if(list.rows, [&list](const Row& row) { return row.loading != list.loading; });
  list.index_of_id.clear();
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    list.index_of_id.emplace(list.rows[i].record.id, static_cast<std::uint32_t>(i));
  }
  list.removed.clear();
}

Notice incomplete_notice(const List& list) {
  Notice notice;
  notice.severity = Notice::Severity::warning;
  notice.title = translate("The list may not be complete.");
  const std::size_t total = list.total.value_or(0);
  const auto number = static_cast<std::int64_t>(total);
  notice.detail = list.received < total ? counted(number, "Nexudus says there are {0} webhook, but gave {1}.",
                                                  "Nexudus says there are {0} webhooks, but gave {1}.", grouped(total),
                                                  grouped(list.received))
                                        : std::string(translate("Webhooks were being deleted while it was read."));
  notice.action = Notice::Action::try_again;
  return notice;
}

void finish_loading(const Context& context) {
  List& list = context.state.list;
  const bool missing = list.shrank || list.received < list.total.value_or(0);
  if (missing && !list.counted_again) {
    list.counted_again = true;
    begin_pages(context, nexudus::largest_page);
    return;
  }
  list.phase = missing ? List::Phase::incomplete : List::Phase::loaded;
  if (missing) {
    list.notice = incomplete_notice(list);
  }
  list.next_page = 1;
  if (!missing) {
    drop_unseen(context);
  }
  sort_list(list);
  describe_progress(list);
  if (missing) {
    context.say_at_once(list.notice.title);
  } else if (!context.state.form) {
    context.say(list.heading + ".");
  }
  if (!missing) {
    compare_with_last_visit(context);
  }
  take_loaded_list(context);
}

void take_page(const Context& context, const nexudus::Page<webhook::Record>& page, RequestId request_id) {
  State& state = context.state;
  List& list = state.list;
  for (const webhook::Record& record : page.records) {
    put_row(state, record, request_id);
  }
  list.received = count_received(list);
  const auto total = static_cast<std::size_t>(std::max<std::int64_t>(page.total_items, 0));
  list.shrank = list.shrank || total < list.total.value_or(0);
  list.total = total;
  clear_own_notice(list);
  if (!state.shown.first_row && !page.records.empty()) {
    state.shown.first_row = true;
    context.emit(effect::Mark{"editor:first-row"});
  }
  if (!has_more(page, list)) {
    finish_loading(context);
    return;
  }
  sort_list(list);
  if (list.page_size == first_page_size) {
    list.page_size = nexudus::largest_page;
    list.next_page = 1;
  } else {
    ++list.next_page;
  }
  ask_page(context);
}

std::string shown_sentence(const List& list) {
  const std::string shown = grouped(list.rows.size());
  if (!list.total) {
    const auto number = static_cast<std::int64_t>(list.rows.size());
    return counted(number, "The list shows {0} webhooks.", "The list shows {0} webhooks.", shown);
  }
  const auto total = static_cast<std::int64_t>(*list.total);
  return counted(total, "The list shows {0} of {1} webhook.", "The list shows {0} of {1} webhooks.", shown,
                 grouped(*list.total));
}

void fail_loading(const Context& context, const nexudus::Problem& problem) {
  List& list = context.state.list;
  list.phase = List::Phase::incomplete;
  sort_list(list);
  describe_progress(list);
  const bool refused =
      problem.kind == nexudus::Problem::Kind::unauthorized || problem.kind == nexudus::Problem::Kind::forbidden;
  list.notice = refused ? missing_role_notice(Purpose::list_page, problem.status, false) : Notice{};
  if (!refused) {
    list.notice.severity = Notice::Severity::error;
    list.notice.title = problem.title;
    list.notice.detail = problem.detail;
  }
  list.notice.action = Notice::Action::try_again;
  if (!list.rows.empty()) {
    list.notice.title = in_turn({translate("Some webhooks are missing here."), list.notice.title});
    list.notice.detail += " " + shown_sentence(list);
  }
  context.say_at_once(list.notice.title + " " + list.notice.detail);
  take_unloaded_list(context);
}

void refresh_after_names(const Context& context) {
  rename_rows(context.state);
  refresh_form(context.state);
}

void sort_by_name(std::vector<nexudus::Location>& locations) {
  webhook::heap_sort(locations, [](const auto& left, const auto& right) {
    const int order = webhook::fold(left.name).compare(webhook::fold(right.name));
    return order != 0 ? order < 0 : left.id < right.id;
  });
}

}  // namespace

void load_list(const Context& context) {
  List& list = context.state.list;
  drop_requests(context, [](const OutboxEntry& entry) { return entry.errand.purpose == Purpose::list_page; });
  clear_own_notice(list);
  list.counted_again = false;
  context.say(translate("Loading webhooks."));
  // Who has rows already waits for no first ones.
  begin_pages(context, list.rows.empty() ? first_page_size : nexudus::largest_page);
}

void continue_list(const Context& context) {
  if (context.state.list.phase == List::Phase::loading) {
    return;
  }
  if (context.state.list.received == 0 || context.state.list.next_page == 1) {
    load_list(context);
    return;
  }
  clear_own_notice(context.state.list);
  ask_page(context);
}

void load_locations(const Context& context) {
  drop_requests(context, [](const OutboxEntry& entry) { return entry.errand.purpose == Purpose::locations; });
  context.state.locations.arriving.clear();
  post(context, {Purpose::locations, 0, 1}, nexudus::request_locations(1, nexudus::largest_page),
       std::string(translate("the locations")));
}

void load_everything(const Context& context) {
  drop_requests(context, [](const OutboxEntry& entry) { return entry.errand.purpose == Purpose::event_names; });
  load_list(context);
  load_locations(context);
  post(context, {Purpose::event_names, 0, 0}, nexudus::request_event_names(),
       std::string(translate("the names of all events")));
}

void take_list_page(const Context& context, const Answer& answer) {
  State& state = context.state;
  if (!answer.result) {
    const bool no_access = answer.result.error().kind == nexudus::Problem::Kind::unauthorized && !state.session.proved;
    if (no_access) {
      const bool pasted = state.session.kind == Session::Kind::token;
      reject_session(context, pasted ? token_refused_sentence() : no_access_sentence(state.session));
    } else {
      fail_loading(context, answer.result.error());
    }
    return;
  }
  const auto page = nexudus::decode_webhooks(*answer.result, answer.asked);
  if (!page) {
    fail_loading(context, page.error());
    return;
  }
  state.session.proved = true;
  take_page(context, *page, answer.request_id);
}

void take_locations(const Context& context, const Answer& answer) {
  Locations& locations = context.state.locations;
  const auto page = answer.result ? nexudus::decode_locations(*answer.result, answer.asked)
                                  : tl::expected<nexudus::Page<nexudus::Location>, nexudus::Problem>(
                                        tl::unexpect, answer.result.error());
  if (!page) {
    // Without the names the numbers do; the user may lack the role Business-List, which is no failure.
    locations.arriving.clear();
    if (locations.availability != Locations::Availability::known) {
      using Kind = nexudus::Problem::Kind;
      const bool refused = page.error().kind == Kind::unauthorized || page.error().kind == Kind::forbidden;
      locations.availability = refused ? Locations::Availability::not_allowed : Locations::Availability::failed;
      locations.problem =
          refused
              ? std::string(translate(
                    "Your account may not list locations: type the location's number, as Nexudus's panel shows it."))
              : translate(
                    "The locations could not be loaded: {0} Type the location's number, or open the form again to try "
                    "once more.",
                    page.error().title);
      refresh_after_names(context);
    }
    return;
  }
  locations.arriving.insert(locations.arriving.end(), page->records.begin(), page->records.end());
  if (page->has_next_page && !page->records.empty() && answer.errand.number < most_pages) {
    const int next = static_cast<int>(answer.errand.number) + 1;
    post(context, {Purpose::locations, 0, next}, nexudus::request_locations(next, nexudus::largest_page),
         translate("page {0} of the locations", std::to_string(next)));
    return;
  }
  locations.availability = Locations::Availability::known;
  locations.all = std::exchange(locations.arriving, {});
  sort_by_name(locations.all);
  refresh_after_names(context);
}

void take_event_names(const Context& context, const Answer& answer) {
  if (!answer.result) {
    return;  // the built-in names do
  }
  auto names = nexudus::decode_event_names(*answer.result, answer.asked);
  if (names) {
    context.state.event_names = *std::move(names);
    refresh_after_names(context);
  }
}

}  // namespace editor
