// Rights are learned from what was refused.
#include "editor/rights.h"

#include <array>
#include <string>

#include "editor/context.h"
#include "editor/kept_names.h"
#include "editor/sentences.h"
#include "editor/state.h"

namespace editor {
namespace {

using Purpose = Errand::Purpose;

struct Right {
  bool Rights::*held;
  Purpose purpose;
  std::string_view word;
};
constexpr std::array<Right, 3> all_rights{{{&Rights::change, Purpose::save, "change"},
                                           {&Rights::create, Purpose::create, "create"},
                                           {&Rights::remove, Purpose::remove, "delete"}}};

std::string owner_of(const State& state) { return kept_names(state, "rights"); }

/// Who pasted a token is not known by name, and what the demo refuses is gone with the page.
bool is_kept(const State& state) { return !state.session.user.empty(); }

/// "change, create or delete".
std::string listed_words(const Rights& rights, std::string_view before_last, std::string_view (*word)(const Right&)) {
  std::string text;
  std::size_t left = 0;
  for (const Right& right : all_rights) left += rights.*right.held ? 0U : 1U;
  for (const Right& right : all_rights) {
    if (rights.*right.held) continue;
    text.append(word(right));
    --left;
    if (left > 0) text.append(left == 1 ? before_last : ", ");
  }
  return text;
}

void keep(const Context& context) {
  if (!is_kept(context.state)) {
    return;
  }
  std::string text;
  for (const Right& right : all_rights) {
    if (!(context.state.rights.*right.held)) text.append(right.word).append(" ");
  }
  context.emit(effect::KeepText{owner_of(context.state) + "refused", text});
}

}  // namespace

void fetch_rights(const Context& context) {
  context.state.rights = Rights{};
  if (is_kept(context.state)) {
    context.emit(effect::LoadTexts{owner_of(context.state)});
  }
}

bool take_rights(const Context& context, std::string_view owner, std::string_view lines) {
  State& state = context.state;
  if (!owner.starts_with("rights\n")) {
    return false;
  }
  if (owner == owner_of(state)) {
    for (const Right& right : all_rights) {
      if (lines.find(right.word) != std::string_view::npos) state.rights.*right.held = false;
    }
  }
  return true;
}

void note_right(const Context& context, Purpose purpose, bool allowed) {
  for (const Right& right : all_rights) {
    bool& held = context.state.rights.*right.held;
    if (right.purpose == purpose && held != allowed) {
      held = allowed;
      keep(context);
    }
  }
}

void assume_all_rights(const Context& context) {
  context.state.rights = Rights{};
  keep(context);
  context.focus(FocusTarget::Kind::heading);
  context.say("Everything can be tried again.");
}

bool is_read_only(const State& state) {
  return state.form && state.form->phase == Form::Phase::ready && !state.form->changed && !state.form->busy() &&
         !(state.form->is_new() ? state.rights.create : state.rights.change);
}

Notice rights_notice(const State& state) {
  if (state.rights == Rights{}) {
    return {};
  }
  Notice notice;
  notice.title = "Your user may not ";
  notice.title.append(listed_words(state.rights, " or ", [](const Right& right) { return right.word; }));
  notice.title.append(" webhooks.");
  const std::string roles =
      listed_words(state.rights, " and ", [](const Right& right) { return role_for(right.purpose); });
  notice.detail = "Nexudus refused it: " +
                  (roles.find(' ') == std::string::npos ? "the role " + roles + " is" : "the roles " + roles + " are") +
                  " missing. Ask an administrator of Nexudus; everything can be looked at meanwhile.";
  return notice;
}

}  // namespace editor
