// What an answer brings.
#include "editor/answer.h"

#include <string>

#include "language/text.h"

namespace editor {

tl::expected<nexudus::ReadRecord, nexudus::Problem> webhook_in(const Answer& answer) {
  if (!answer.result) {
    return tl::unexpected(answer.result.error());
  }
  auto read = nexudus::decode_webhook(*answer.result, answer.asked);
  if (read && read->record.id != answer.errand.number) {
    const std::string sentence = language::translate("It holds webhook {0}.", std::to_string(read->record.id));
    return tl::unexpected(nexudus::problem_of_unreadable(*answer.result, answer.asked, sentence));
  }
  return read;
}

}  // namespace editor
