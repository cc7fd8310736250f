// Stands in for parts of Dear ImGui that its core refers to but this toolkit never reaches: tables (gui/grid.h replaces
// them) and the reading of settings files. Only the release for the web links it, to keep the download small; every
// other build has the real ones, so that a use that should not be there fails a test.
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

}  // namespace ImGui

// Dear ImGui is the only one here to use it, for settings files; io.IniFilename is null.
extern "C" int sscanf(const char*, const char*, ...) { return 0; }
