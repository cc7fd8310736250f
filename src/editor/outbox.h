// Every request to the API on its way: waiting for its turn, for a token, or for its reply.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "editor/effect.h"
#include "editor/now.h"
#include "nexudus/budget.h"
#include "nexudus/http.h"
#include "nexudus/problem.h"

namespace editor {

/// What a reply is for. The order of the purposes is that in which requests go when several are waiting.
struct Errand {
  enum class Purpose : std::uint8_t {
    check_token,  // whether a token that cannot be renewed is still good
    open_record,  // for the form
    copy_record,  // for a form that begins as a copy
    read_before_save,
    save,
    read_back,  // after a save
    create,
    read_created,
    read_before_remove,
    remove,
    check_removed,  // after an unclear end of a removal
    check_gone,     // before one that is not found is made anew
    list_page,
    locations,
    event_names,
    look,  // whether somebody else changed the record that is open
  };
  Purpose purpose = Purpose::list_page;
  std::uint32_t generation = 0;  // of the form
  std::int64_t number = 0;       // a record's id, or a page
};

struct OutboxEntry {
  enum class Wait : std::uint8_t {
    turn,  // for the budget, or for the delay before another attempt
    reply,
    token,  // for a refresh, a sign-in or the answer to check_token
  };
  RequestId id = 0;
  Errand errand;
  nexudus::Request request;
  std::string what;  // what is asked for, as in nexudus::Asked
  Wait wait = Wait::turn;
  std::int64_t not_before_ms = 0;  // monotonic
  Stamp posted;                    // when it was decided
  Stamp sent;                      // when last
  int attempts = 0;
  bool turned_away = false;                 // unread, because of too many calls
  bool overtaken = false;                   // somebody else changed the record since it was decided
  bool replayed = false;                    // sent again with a fresh token
  std::optional<nexudus::Problem> refusal;  // the 401 that made it wait for a token
  std::uint32_t token_generation = 0;       // it was last sent with
};

struct Outbox {
  std::vector<OutboxEntry> entries;  // in the order they were asked for
  nexudus::Budget budget;
  RequestId last_id = 0;
  std::int64_t next_probe_ms = 0;  // monotonic; offline, when the next call goes to see whether that is still so
};

/// One request as the activity list shows it.
struct Activity {
  nexudus::Request request;
  std::string method;
  std::string target;
  int status = 0;  // 0: no reply
  int attempt = 1;
  std::int64_t unix_ms = 0;
  std::int64_t elapsed_ms = 0;
  std::string message;  // what came of it, in a sentence
};

}  // namespace editor
