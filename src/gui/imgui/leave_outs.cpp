// Stands in for parts of Dear ImGui that its core refers to but this toolkit never reaches: tables (gui/grid.h replaces
// them), scroll bars (the browser's own), text, tooltips and title bars (the toolkit's own), moving about by keyboard
// (Tab, in the page), settings files, the recovery from unbalanced calls, and most of printf. Only the release for the
// web links it, before the real ones, to keep the download small; every other build has all of Dear ImGui, so that a use
// that should not be there fails a test.
#include <algorithm>
#include <cstdarg>
#include <cstddef>
#include <string_view>

#include "imgui_internal.h"

namespace ImGui {

void EndTable() {}
void EndColumns() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

void Scrollbar(ImGuiAxis) {}

void LoadIniSettingsFromDisk(const char*) {}
void SaveIniSettingsToDisk(const char*) {}
void AddSettingsHandler(const ImGuiSettingsHandler*) {}
void ClearWindowSettings(const char*) {}
ImGuiWindowSettings* CreateNewWindowSettings(const char*) { return nullptr; }
ImGuiWindowSettings* FindWindowSettingsByID(ImGuiID) { return nullptr; }
ImGuiWindowSettings* FindWindowSettingsByWindow(ImGuiWindow*) { return nullptr; }
void MarkIniSettingsDirty() {}
void MarkIniSettingsDirty(ImGuiWindow*) {}

void SetTooltip(const char*, ...) {}
void RenderTextClippedEx(ImDrawList*, const ImVec2&, const ImVec2&, const char*, const char*, const ImVec2*,
                         const ImVec2&, const ImRect*) {}
void RenderNavCursor(const ImRect&, ImGuiID, ImGuiNavRenderCursorFlags) {}
void RenderArrow(ImDrawList*, ImVec2, ImU32, ImGuiDir, float) {}
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
void RenderMouseCursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32) {}
void LogRenderedText(const ImVec2*, const char*, const char*) {}
ImVec2 FindBestWindowPosForPopup(ImGuiWindow* window) { return window->Pos; }
bool Shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
ImVec2 ScrollToRectEx(ImGuiWindow*, const ImRect&, ImGuiScrollFlags) { return {}; }
ImVec2 CalcTextSize(const char*, const char*, bool, float) { return {}; }
void NavInitRequestApplyResult() {}
void NavMoveRequestSubmit(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags) {}
void NavMoveRequestForward(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags) {}
void NavMoveRequestResolveWithLastItem(ImGuiNavItemData*) {}
void NavMoveRequestApplyResult() {}

void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState*) {}
void ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState*) {}
void ErrorCheckEndFrameFinalizeErrorTooltip() {}

}  // namespace ImGui

// Dear ImGui is the only one here to use it, for settings files.
extern "C" int sscanf(const char*, const char*, ...) { return 0; }

namespace {

/// A text of fixed room that counts on when it is full.
struct Output {
  char* text;
  std::size_t room;
  std::size_t length = 0;

  void put(char letter) {
    if (length + 1 < room) text[length] = letter;
    ++length;
  }
};

void put_number(Output& out, unsigned value, unsigned base, int width) {
  char digits[32];
  int count = 0;
  do {
    digits[count++] = "0123456789ABCDEF"[value % base];
    value /= base;
  } while (value != 0 || count < width);
  while (count > 0) out.put(digits[--count]);
}

}  // namespace

// Dear ImGui makes the names of windows with this: %s, %d and %08X are all it needs here. A float, which would bring
// eight thousand bytes, becomes a question mark.
extern "C" int vsnprintf(char* text, std::size_t room, const char* format, va_list arguments) {
  Output out{text, room};
  for (const char* at = format; *at != 0; ++at) {
    if (*at != '%') {
      out.put(*at);
      continue;
    }
    int width = 0;
    for (++at; std::string_view("0123456789.*-+ #").find(*at) != std::string_view::npos && *at != 0; ++at) {
      if (*at == '*') static_cast<void>(va_arg(arguments, int));
      if (*at >= '0' && *at <= '9') width = std::min(width * 10 + (*at - '0'), 16);
    }
    switch (*at) {
      case 's':
        for (const char* part = va_arg(arguments, const char*); part != nullptr && *part != 0; ++part) out.put(*part);
        break;
      case 'd': {
        const int value = va_arg(arguments, int);
        if (value < 0) out.put('-');
        put_number(out, value < 0 ? 0U - static_cast<unsigned>(value) : static_cast<unsigned>(value), 10, width);
        break;
      }
      case 'u':
        put_number(out, va_arg(arguments, unsigned), 10, width);
        break;
      case 'X':
      case 'x':
        put_number(out, va_arg(arguments, unsigned), 16, width);
        break;
      default:
        out.put('?');
        break;
    }
    if (*at == 0) break;
  }
  if (room > 0) text[std::min(out.length, room - 1)] = 0;
  return static_cast<int>(out.length);
}
