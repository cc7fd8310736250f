# Dear ImGui into .deps/imgui/, from Debian's source package or from upstream: the same files either way, as
# Debian's tarball leaves out only fonts and what examples need. To be sourced by script/bootstrap.
# shellcheck shell=bash disable=SC2034,SC2154 # shared variables

imgui_tried=1.92.2b
imgui_suites=(testing unstable)
imgui_tarball_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
imgui_repository=https://github.com/ocornut/imgui.git
imgui_commit=45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # the tag v1.92.2b

# download_imgui_tarball <suite>: into .deps/apt/<suite>/source/, and says where.
download_imgui_tarball() {
  local source=$deps/apt/$1/source
  # These suites' lists expire after a week, which a mirror frozen at some date outlives. The signature is
  # checked all the same, and the file wanted is known by its hash.
  open_suite "$1" deb-src 'Acquire::Check-Valid-Until "false";' || return 1
  mkdir -p "$source"
  (cd "$source" && quietly suite_apt "$1" source --download-only --tar-only imgui) || return 1
  imgui_tarball=$(find "$source" -name 'imgui_1.92.*.orig.tar.*' -print -quit)
  [ -n "$imgui_tarball" ]
}

# use_imgui_tarball <file> <folder to fill>
use_imgui_tarball() {
  tar -x -f "$1" -C "$2" --strip-components=1 --exclude='*/examples' --exclude='*/.github'
}

# clone_imgui <folder to fill>: one commit, named by its hash, so git itself checks the content.
clone_imgui() {
  export GIT_TERMINAL_PROMPT=0
  timeout 15 git ls-remote --exit-code "$imgui_repository" HEAD >/dev/null 2>&1 || return 1
  git init -q "$1" &&
    quietly timeout 300 git -C "$1" fetch -q --depth 1 "$imgui_repository" "$imgui_commit" &&
    git -C "$1" -c advice.detachedHead=false checkout -q FETCH_HEAD &&
    [ "$(git -C "$1" rev-parse HEAD)" = "$imgui_commit" ] &&
    rm -rf "$1/.git" "$1/examples" "$1/.github" "$1/misc/fonts"
}

# fetch_imgui: fills $imgui_home, all or nothing. The tried release if anybody still has it; else, as Debian's
# suites hold one version at a time, whatever 1.92 Debian has signed.
fetch_imgui() {
  local new=$imgui_home.new suite other=
  rm -rf "$new" && mkdir -p "$new"
  for suite in "${imgui_suites[@]}"; do
    download_imgui_tarball "$suite" || continue
    if printf '%s  %s\n' "$imgui_tarball_sha256" "$imgui_tarball" | sha256sum --check --status; then
      use_imgui_tarball "$imgui_tarball" "$new"
      break
    fi
    other=${other:-$imgui_tarball}
  done
  if [ ! -e "$new/imgui.h" ] && ! clone_imgui "$new"; then
    [ -n "$other" ] ||
      fail "Dear ImGui $imgui_tried can be had neither from Debian ${imgui_suites[*]} nor from" \
        "$imgui_repository (see .deps/log); check the network, or unpack it somewhere and set IMGUI_DIR" \
        "to that folder, then run this again"
    say "note: Dear ImGui $imgui_tried is gone from Debian, taking $(basename "$other") instead"
    rm -rf "$new" && mkdir -p "$new" && use_imgui_tarball "$other" "$new"
  fi
  replace_folder "$imgui_home" "$new"
  for suite in "${imgui_suites[@]}"; do rm -rf "$deps/apt/$suite"; done
}
