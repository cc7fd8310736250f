# A private Emscripten for machines whose Debian is older than it: the packages of a newer suite, unpacked
# into .deps/emscripten/ and linked to the libraries they came with. To be sourced by script/bootstrap.
# shellcheck shell=bash disable=SC2034,SC2154 # shared variables

emscripten_suite=trixie
emscripten_tried=3.1.69

# Emscripten, the programs it runs, and the libraries those load. A list of our own, because apt's closure has
# 122 packages, among them Python and Node, which the machine already has.
emscripten_packages=(
  emscripten node-acorn clang-19 libclang-common-19-dev lld-19 llvm-19 binaryen
  libclang-cpp19 libllvm19 libc6 libgcc-s1 libstdc++6 libz3-4 libxml2 libicu76 liblzma5 libzstd1 zlib1g
  libedit2 libtinfo6 libbsd0 libmd0 libffi8
)

# Left out, 1.8 GB of 2.3: documents, tests, and the system libraries for threads, workers, dynamic linking,
# sanitizers, WebAssembly exceptions and WasmFS. Emscripten builds a library it misses from its sources.
emscripten_waste=(
  './usr/share/doc*' ./usr/share/man ./usr/share/lintian ./usr/share/locale ./usr/share/bash-completion
  ./usr/include ./etc '*/gconv' ./usr/share/emscripten/test ./usr/share/emscripten/docs
  ./usr/share/emscripten/media '*/ChangeLog.*'
  '*/wasm32-emscripten/pic' '*/wasm32-emscripten/lto-pic' '*/lib*-mt.a' '*/lib*-mt-*.a' '*/lib*-ww.a'
  '*/lib*-ww-*.a' '*/lib*san_*.a' '*/libsanitizer*.a' '*/lib*-asan*.a' '*/lib*-except.a' '*/libwasmfs*.a'
)

# Of llvm-19 and binaryen, what Emscripten calls and what helps to look into its output.
emscripten_programs=(
  clang clang++ clang-19 lld wasm-ld llvm-ar llvm-ranlib llvm-nm llvm-objcopy llvm-strip llvm-objdump
  llvm-dwarfdump llvm-dwp llvm-size llvm-strings llvm-cxxfilt llvm-symbolizer llvm-readobj llvm-profdata
  llvm-cov
  wasm-opt wasm-metadce wasm-emscripten-finalize wasm-ctor-eval wasm-split wasm-merge wasm2js wasm-as wasm-dis
)

# unpack_packages <folder of .deb files> <folder to fill>
unpack_packages() {
  local package program kept=()
  for package in "$1"/*.deb; do
    dpkg-deb --fsys-tarfile "$package" |
      tar -x -C "$2" --no-same-owner "${emscripten_waste[@]/#/--exclude=}" || return 1
  done
  for program in "${emscripten_programs[@]}"; do kept+=(! -name "$program"); done
  find "$2/usr/bin" "$2/usr/lib/llvm-19/bin" ! -type d "${kept[@]}" -delete
  rm -rf "$2/usr/lib/llvm-19/build" "$2/usr/lib/llvm-19/lib/cmake"
}

# relink <folder unpacked to> <folder it will be>: programs built for a newer libc run with that libc and its
# loader. Forced, that is as DT_RPATH, so that libraries find the libraries they need in turn.
relink() {
  local triplet libraries loader file
  triplet=$(basename "$(dirname "$(find "$1/usr/lib" -name 'libLLVM.so.*' -print -quit)")")
  libraries=$2/usr/lib/$triplet
  loader=$(find "$1/usr/lib/$triplet" -name 'ld-linux*.so.*' -printf '%f' -quit)
  find "$1/usr/lib/llvm-19/bin" "$1/usr/bin" -type f -print | while read -r file; do
    patchelf --print-interpreter "$file" >/dev/null 2>&1 || continue # a script
    patchelf --set-interpreter "$libraries/$loader" --force-rpath --set-rpath "$libraries" "$file"
  done
  find "$1/usr/lib/$triplet" -type f \
    \( -name 'libLLVM.so*' -o -name 'libclang-cpp.so*' -o -name 'libxml2.so*' -o -name 'libbinaryen.so*' \) \
    -exec patchelf --force-rpath --set-rpath "$libraries" {} \;
}

# configure_emscripten <folder>: writes the file EM_CONFIG names.
configure_emscripten() {
  # Node looks up Emscripten's one module, acorn, beside the importing file; Debian's own Node would also look
  # in /usr/share/nodejs, other builds do not.
  ln -sfn ../nodejs "$1/usr/share/emscripten/node_modules"
  cat >"$1/config" <<CONFIG
LLVM_ROOT = '$emscripten_home/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$emscripten_home/usr'
NODE_JS = '$(command -v node)'
CACHE = '$emscripten_home/usr/share/emscripten/cache'
FROZEN_CACHE = False
CONFIG
}

# fetch_emscripten: fills $emscripten_home, all or nothing.
fetch_emscripten() {
  local new=$emscripten_home.new debs=$deps/apt/$emscripten_suite/debs
  local out="or put an emcc of $oldest_emscripten or newer on PATH, then run this again"
  [ -r "$debian_keyring" ] ||
    fail "the keyring $debian_keyring is missing; install the package debian-archive-keyring, $out"
  open_suite "$emscripten_suite" deb ||
    fail "this machine's Debian mirror cannot be read for $emscripten_suite (see .deps/log);" \
      "check the network, $out"
  rm -rf "$new" "$debs" && mkdir -p "$new" "$debs"
  (cd "$debs" && quietly suite_apt "$emscripten_suite" download "${emscripten_packages[@]}") ||
    fail "Emscripten's Debian packages cannot be downloaded (see .deps/log);" \
      "check the network and free disk space, $out"
  say "unpacking Emscripten"
  unpack_packages "$debs" "$new" || fail "Emscripten cannot be unpacked; free 1 GB of disk space, $out"
  relink "$new" "$emscripten_home"
  configure_emscripten "$new"
  replace_folder "$emscripten_home" "$new"
  rm -rf "$deps/apt/$emscripten_suite"
}

# The first build of a kind makes Emscripten write to its cache, one process at a time. Doing that here, with
# the flags of the release and of the tests under Node, keeps it out of the builds that run in parallel.
warm_emscripten_cache() {
  local work=$deps/warm
  rm -rf "$work" && mkdir -p "$work"
  cat >"$work/web.cpp" <<'SOURCE'
#include <GLES3/gl3.h>
#include <emscripten/fetch.h>
#include <emscripten/html5.h>
#include <string>
#include <unordered_map>
int main(int count, char**) {
  std::unordered_map<std::string, int> names;
  names[std::to_string(count)] = count;
  emscripten_fetch_attr_t request;
  emscripten_fetch_attr_init(&request);
  emscripten_fetch(&request, "api");
  emscripten_webgl_make_context_current(0);
  glClear(names.size());
}
SOURCE
  cat >"$work/node.cpp" <<'SOURCE'
#include <iostream>
#include <sstream>
int main() {
  std::ostringstream text;
  text << 0.5 << std::endl;
  std::cout << text.str();
}
SOURCE
  (
    cd "$work" &&
      em++ -std=c++20 -Oz -flto -fno-exceptions -fno-rtti -sMALLOC=emmalloc -sFILESYSTEM=0 -sFETCH=1 \
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sENVIRONMENT=web web.cpp -o web.js &&
      em++ -std=c++20 -O1 -fno-exceptions -sENVIRONMENT=node node.cpp -o node.cjs &&
      [ "$(node node.cjs)" = 0.5 ]
  ) && rm -rf "$work"
}
