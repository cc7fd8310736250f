// Dear ImGui, without what this project replaces: text comes from gui::TextEngine, editing from the browser.
#pragma once

#include <cstdint>

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_USE_WCHAR32
// As wide as a pointer: Dear ImGui merges draw calls by comparing bytes, and with the 64 bits it has otherwise, four of
// ImTextureRef's bytes are nobody's where pointers have 32.
#define ImTextureID std::uintptr_t
// With this set, Dear ImGui leaves out stb_truetype and asks ImGuiFreeType::GetFontLoader(), which gui/font_loader.cpp
// defines.
#define IMGUI_ENABLE_FREETYPE

// A wrong call is found in the builds with assertions; the release need not carry a sentence for each.
#ifdef NDEBUG
#define IM_ASSERT_USER_ERROR(condition, message) ((void)0)
#endif
