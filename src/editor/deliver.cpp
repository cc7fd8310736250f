// Hands final answers to whom they are for.
#include "editor/create_flow.h"
#include "editor/form_flow.h"
#include "editor/list_loading.h"
#include "editor/merge_flow.h"
#include "editor/outbox_flow.h"
#include "editor/save_flow.h"
#include "editor/session_flow.h"

namespace editor {

void deliver(const Context& context, const Answer& answer) {
  switch (answer.errand.purpose) {
    case Errand::Purpose::check_token:
      take_token_check(context, answer);
      break;
    case Errand::Purpose::open_record:
      take_opened_record(context, answer);
      break;
    case Errand::Purpose::copy_record:
      take_copied_record(context, answer);
      break;
    case Errand::Purpose::read_before_save:
      take_read_before_save(context, answer);
      break;
    case Errand::Purpose::save:
      take_saved(context, answer);
      break;
    case Errand::Purpose::read_back:
      take_read_back(context, answer);
      break;
    case Errand::Purpose::create:
      take_created(context, answer);
      break;
    case Errand::Purpose::read_created:
      take_read_created(context, answer);
      break;
    case Errand::Purpose::read_before_remove:
      take_read_before_remove(context, answer);
      break;
    case Errand::Purpose::remove:
      take_removed(context, answer);
      break;
    case Errand::Purpose::check_removed:
      take_removal_check(context, answer);
      break;
    case Errand::Purpose::check_gone:
      take_gone_check(context, answer);
      break;
    case Errand::Purpose::list_page:
      take_list_page(context, answer);
      break;
    case Errand::Purpose::locations:
      take_locations(context, answer);
      break;
    case Errand::Purpose::look:
      take_look(context, answer);
      break;
    case Errand::Purpose::event_names:
      take_event_names(context, answer);
      break;
  }
}

}  // namespace editor
