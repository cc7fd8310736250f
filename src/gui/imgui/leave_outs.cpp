// Stands in for parts of Dear ImGui that its core refers to but this toolkit never reaches: tables (gui/grid.h replaces
// them), scroll bars (the browser's own), settings files, and the recovery from unbalanced calls. Only the release for
// the web links it, before the real ones, to keep the download small; every other build has all of Dear ImGui, so that
// a use that should not be there fails a test.
#include <cstdarg>

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

void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState*) {}
void ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState*) {}
void ErrorCheckEndFrameFinalizeErrorTooltip() {}

}  // namespace ImGui

// Dear ImGui is the only one here to use it, for settings files.
extern "C" int sscanf(const char*, const char*, ...) { return 0; }
