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
[[gnu::weak]] void SetTooltip(const char* format, ...);
[[gnu::weak]] void RenderTextClippedEx(ImDrawList* draw_list, const ImVec2& pos_min, const ImVec2& pos_max,
                                       const char* text, const char* text_end, const ImVec2* text_size_if_known,
                                       const ImVec2& align, const ImRect* clip_rect);
[[gnu::weak]] void RenderNavCursor(const ImRect& box, ImGuiID id, ImGuiNavRenderCursorFlags flags);
[[gnu::weak]] void RenderArrow(ImDrawList* draw_list, ImVec2 position, ImU32 color, ImGuiDir direction, float scale);
[[gnu::weak]] bool CloseButton(ImGuiID id, const ImVec2& position);
[[gnu::weak]] bool CollapseButton(ImGuiID id, const ImVec2& position);
[[gnu::weak]] void RenderMouseCursor(ImVec2 position, float scale, ImGuiMouseCursor cursor, ImU32 fill, ImU32 border,
                                     ImU32 shadow);
[[gnu::weak]] void LogRenderedText(const ImVec2* position, const char* text, const char* text_end);
[[gnu::weak]] ImVec2 FindBestWindowPosForPopup(ImGuiWindow* window);
[[gnu::weak]] bool Shortcut(ImGuiKeyChord chord, ImGuiInputFlags flags, ImGuiID owner);
[[gnu::weak]] ImVec2 ScrollToRectEx(ImGuiWindow* window, const ImRect& rect, ImGuiScrollFlags flags);
[[gnu::weak]] ImVec2 CalcTextSize(const char* text, const char* text_end, bool hide_after_hashes, float wrap_width);
[[gnu::weak]] void NavInitRequestApplyResult();
[[gnu::weak]] void NavMoveRequestSubmit(ImGuiDir move, ImGuiDir clip, ImGuiNavMoveFlags flags, ImGuiScrollFlags scroll);
[[gnu::weak]] void NavMoveRequestForward(ImGuiDir move, ImGuiDir clip, ImGuiNavMoveFlags flags,
                                         ImGuiScrollFlags scroll);
[[gnu::weak]] void NavMoveRequestResolveWithLastItem(ImGuiNavItemData* result);
[[gnu::weak]] void NavMoveRequestApplyResult();
[[gnu::weak]] void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState* state);
[[gnu::weak]] void ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState* state);
[[gnu::weak]] void ErrorCheckEndFrameFinalizeErrorTooltip();

}  // namespace ImGui
