// Read before Dear ImGui's own sources in the release for the web: makes what leave_outs.cpp stands in for weak, so that
// the linker takes those instead.
#pragma once

#include "imgui_internal.h"

namespace ImGui {

[[gnu::weak]] void Scrollbar(ImGuiAxis axis);
[[gnu::weak]] void LoadIniSettingsFromDisk(const char* name);
[[gnu::weak]] void SaveIniSettingsToDisk(const char* name);
[[gnu::weak]] void AddSettingsHandler(const ImGuiSettingsHandler* handler);
[[gnu::weak]] void ClearWindowSettings(const char* name);
[[gnu::weak]] ImGuiWindowSettings* CreateNewWindowSettings(const char* name);
[[gnu::weak]] ImGuiWindowSettings* FindWindowSettingsByID(ImGuiID id);
[[gnu::weak]] ImGuiWindowSettings* FindWindowSettingsByWindow(ImGuiWindow* window);
[[gnu::weak]] void MarkIniSettingsDirty();
[[gnu::weak]] void MarkIniSettingsDirty(ImGuiWindow* window);
[[gnu::weak]] void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState* state);
[[gnu::weak]] void ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState* state);
[[gnu::weak]] void ErrorCheckEndFrameFinalizeErrorTooltip();

}  // namespace ImGui
