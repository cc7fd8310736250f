// Rights are learned from what was refused.
#include "editor/rights.h"

#include <array>
#include <string>
#include <vector>

#include "editor/context.h"
#include "editor/kept_names.h"
#include "editor/sentences.h"
#include "editor/state.h"
#include "language/text.h"

namespace editor {
namespace {

using language::translate;
using Purpose = Errand::Purpose;

struct Right {
  bool Rights::*held;
  Purpose purpose;
  std::string_view word;  // as it is kept
};
constexpr std::array<Right, 3> all_rights{{{&Rights::change, Purpose::save, "change"},
                                           {&Rights::create, Purpose::create, "create"},
                                           {&Rights::remove, Purpose::remove, "delete"}}};

std::string owner_of(const State& state) { return kept_names(state, "rights"); }

/// Who pasted a token is not known by name, and what the demo refuses is gone with the page.
bool is_kept(const State& state) { return !state.session.user.empty(); }

/// By the rights that are missing: 1 for the first of all_rights, 2 for the second, 4 for the third.
constexpr std::array<std::string_view, 8> titles{"",
                                                 language::key("Your user may not change webhooks."),
                                                 language::key("Your user may not create webhooks."),
                                                 language::key("Your user may not change or create webhooks."),
                                                 language::key("Your user may not delete webhooks."),
                                                 language::key("Your user may not change or delete webhooks."),
                                                 language::key("Your user may not create or delete webhooks."),
                                                 language::key("Your user may not change, create or delete webhooks.")};

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
  context.say(translate("Everything can be tried again."));
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
  std::size_t missing = 0;
  std::vector<std::string_view> roles;
  for (std::size_t place = 0; place < all_rights.size(); ++place) {
    const Right& right = all_rights.at(place);
    if (state.rights.*right.held) continue;
    missing |= std::size_t{1} << place;
    roles.push_back(role_for(right.purpose));
  }
  notice.title = translate(titles.at(missing));
  notice.detail =
      in_turn({roles.size() == 1 ? translate("Nexudus refused it: the role {0} is missing.", listed(roles))
                                 : translate("Nexudus refused it: the roles {0} are missing.", listed(roles)),
               translate("Ask an administrator of Nexudus; everything can be looked at meanwhile.")});
  return notice;
}

}  // namespace editor
