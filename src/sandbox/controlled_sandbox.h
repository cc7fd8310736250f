// The sandbox under the control of a test: faults on demand, other people's edits, a log, and a state that can be put
// away and brought back. The demo does without all this.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nexudus/http.h"
#include "sandbox/fault.h"
#include "sandbox/sandbox.h"

namespace sandbox {

/// What is to happen to a request: the reply, after a delay, or no reply at all.
struct Outcome {
  nexudus::Response response;
  /// How long to wait before anything is sent.
  std::chrono::milliseconds delay{0};
  /// Close the connection without a reply.
  bool drop = false;
};

class ControlledSandbox {
 public:
  explicit ControlledSandbox(const Options& options = {});

  /// Answers a request to the API, as Sandbox::handle does unless a fault is waiting for it.
  [[nodiscard]] Outcome handle(const nexudus::Request& request, Moment now);

  /// Answers a request to the controls. Bodies and replies are JSON; what cannot be understood gets 400 and a sentence.
  ///
  ///   POST   /faults         adds a fault (see parse_fault)
  ///   GET    /faults         lists the faults still to come
  ///   DELETE /faults         removes them
  ///   POST   /edit           {"id":1,"member":"Name","value":"…"}: another editor changes a record now
  ///   POST   /expire-tokens  ends every access token
  ///   POST   /reset          back to the seed: records, tokens, faults, log
  ///   GET    /log            the requests to the API in order, without tokens and passwords
  ///   DELETE /log            forgets them
  [[nodiscard]] nexudus::Response control(const nexudus::Request& request, Moment now);

  void add_fault(const Fault& fault) { faults_.push_back(fault); }

  /// Grows whenever something changed that a snapshot holds.
  [[nodiscard]] std::uint64_t revision() const { return sandbox_.state().revision; }

  /// Records and tokens as JSON text. Faults, log and used-up limits are not in it.
  [[nodiscard]] std::string snapshot() const;

  /// Takes over what snapshot() gave. False, and nothing changed, if the text is not that.
  [[nodiscard]] bool restore(std::string_view snapshot);

 private:
  struct LogEntry {
    Moment at;
    nexudus::Request request;
    int status = 0;
    bool dropped = false;
  };

  /// Counts down the faults that wait for this request, and gives those whose turn it is.
  [[nodiscard]] std::vector<Fault> strike(const nexudus::Request& request);
  /// A fault that was to change what became of a request waits for the next: this one came too soon and was not handled.
  void put_back(Fault fault);
  [[nodiscard]] nexudus::Response control_faults(const nexudus::Request& request);
  void log(const nexudus::Request& request, const Outcome& outcome, Moment now);
  [[nodiscard]] std::string log_json() const;

  Sandbox sandbox_;
  std::vector<Fault> faults_;
  std::vector<LogEntry> log_;
};

}  // namespace sandbox
