# The parts of script/test: each prints what it finds and adds to the numbers of passed and failed tests. To be
# sourced; expects $root, $results (a folder for logs) and $jobs, and is run in $root.
# shellcheck shell=bash disable=SC2154

total_passed=0
total_failed=0
summary=()
failures=() # what failed, each in a line that says enough where only the end of the output is kept

# A part puts its numbers here. One that does not is a single test: its exit status.
passed=0
failed=0

# run_part <name>: prints its name and how long it took, whatever comes of it.
run_part() {
  local name=$1 begin=$SECONDS status=0 noted=${#failures[@]}
  passed=0 failed=0
  printf '\n== %s\n' "$name"
  "part_$name" || status=$?
  if [ $status -ne 0 ] && [ $failed -eq 0 ]; then failed=1; fi
  if [ $status -eq 0 ] && [ $((passed + failed)) -eq 0 ]; then passed=1; fi
  if [ $failed -gt 0 ] && [ ${#failures[@]} -eq "$noted" ]; then failures+=("$name, which says above why"); fi
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
  summary+=("$(printf '%-8s %5d passed %4d failed %6d s' "$name" "$passed" "$failed" $((SECONDS - begin)))")
  printf -- '-- %s: %d passed, %d failed, %d s\n' "$name" "$passed" "$failed" $((SECONDS - begin))
}

# Prints the numbers, and fails when a test has failed.
summarize() {
  printf '\n'
  [ ${#failures[@]} -eq 0 ] || printf 'failed: %s\n' "${failures[@]}"
  printf '%s\n' "${summary[@]}"
  printf '%d passed, %d failed\n' "$total_passed" "$total_failed"
  [ "$total_failed" -eq 0 ]
}

# note_failures: what failed, a line each, from the standard input.
note_failures() {
  local line
  while IFS= read -r line; do failures+=("$line"); done
}

# quietly <name of a log> <command …>: output only when it fails.
quietly() {
  local log=$results/$1.log
  shift
  "$@" >"$log" 2>&1 || {
    cat "$log"
    return 1
  }
}

# configure <preset>: nobody debugs what continuous integration builds. Lines are enough there, for the sanitizers to name,
# and a third quicker to make.
configure() {
  local options=()
  if [ -n "${CI:-}" ]; then
    case $1 in
      native) options=(-DCMAKE_CXX_FLAGS_DEBUG=-gline-tables-only) ;;
      fuzz) options=("-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 -gline-tables-only -DNDEBUG") ;;
      web-debug) options=(-DCMAKE_CXX_FLAGS_DEBUG=-O1 -DCMAKE_EXE_LINKER_FLAGS_DEBUG=--profiling-funcs) ;;
    esac
  fi
  quietly "configure-$1" cmake --preset "$1" "${options[@]}" && touch "build/$1/CMakeCache.txt"
}

# configure_preset <preset>: where it has to be. CMake sees changes of its own files by itself, but not of the presets.
configure_preset() {
  [ ! -e "build/$1/build.ninja" ] || [ CMakePresets.json -nt "build/$1/CMakeCache.txt" ] || return 0
  configure "$1"
}

# build_preset <preset> [cmake --build options …]
build_preset() {
  local preset=$1
  shift
  configure_preset "$preset" && quietly "build-$preset" cmake --build --preset "$preset" "$@"
}

# targets_like <preset> <pattern>: the names of the targets, one per line.
targets_like() { ninja -C "build/$1" -t targets all | grep -oP "^$2(?=: phony)"; }

part_format() {
  local status=0
  script/format --check || status=1
  git ls-files -z --cached --others --exclude-standard -- .ci script |
    xargs -0 grep -lZ '^#!.*bash\|^# shellcheck shell=bash' | xargs -0 -r shellcheck -x || status=1
  return $status
}

# Every folder with a tsconfig.json is checked as that says.
part_types() {
  local config
  while IFS= read -r config; do
    if node_modules/.bin/tsc --project "$config"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  done < <(git ls-files --cached --others --exclude-standard -- '*tsconfig.json')
  [ $failed -eq 0 ]
}

part_texts() { node tests/language/check.js; }

# run_ctest <preset>: adds up the tests inside the programs, or, where a test is a program, what that says. Prints what
# tests have to report: their lines that begin with "report: ".
run_ctest() {
  local log=$results/ctest-$1.log status=0 inside listed
  ctest --test-dir "build/$1" -j "$jobs" --verbose >"$log" 2>&1 || status=$?
  passed=$((passed + $(grep -oP '^\d+: (\[  PASSED  \]|# pass) \K\d+' "$log" | awk '{ sum += $1 } END { print sum + 0 }')))
  grep -oP '^\d+: (# )?report: \K.*' "$log" || true
  # A program that crashed or could not be started names no test: then what ctest lists is more.
  inside=$(grep -cP '^\d+: \[  FAILED  \] .*\(\d+ ms\)$' "$log" || true)
  listed=$(sed -n '/^The following tests FAILED/,$p' "$log" | grep -cP '^\s+\d+ - ' || true)
  failed=$((failed + (inside > listed ? inside : listed)))
  if [ $status -ne 0 ]; then
    [ $failed -gt 0 ] || failed=1
    note_failures < <(grep -oP '^\d+: \K\[  FAILED  \] .*(?= \(\d+ ms\)$)' "$log")
    grep -P '^\d+: ' "$log" | grep -vP '^\d+: (\[( RUN|       OK|----|====)|Test (command|timeout)|Working|Note|$)' || true
    sed -n '/^The following tests FAILED/,$p' "$log"
  fi
  if [ $((passed + failed)) -eq 0 ]; then
    echo "ctest found no tests in build/$1."
    return 1
  fi
  return $status
}

# With %m each program has a file of counts of its own.
part_unit() {
  local counts=$results/coverage status=0
  rm -rf "$counts"
  mkdir -p "$counts"
  build_preset native || return 1
  LLVM_PROFILE_FILE=$counts/%m.profraw run_ctest native || status=$?
  print_coverage "$counts" || status=1
  return $status
}

# print_coverage <folder of counts>: of the layers without a screen, by the unit tests of each.
print_coverage() {
  local programs=(build/native/tests/unit/unit_{webhook,nexudus,editor})
  llvm-profdata merge -o "$1/all.profdata" "$1"/*.profraw && node script/lib/coverage.js "$1/all.profdata" "${programs[@]}"
}
part_wasm() {
  local targets
  configure_preset web-debug || return 1
  mapfile -t targets < <(targets_like web-debug 'unit_\w+')
  build_preset web-debug --target "${targets[@]}" && run_ctest web-debug
}
part_mutants() { build_preset native --target unit_webhook unit_nexudus unit_editor && node tests/mutation/check.js; }
part_layers() { build_preset native --target webhook && node tests/layers/check.js; }

# How the fuzz targets, the benchmarks and the browser's part are compiled stands in other build folders: there it is
# enough to configure, always, since no build renews what CMake wrote. The shaders are a header that is made.
part_tidy() {
  local preset
  for preset in native fuzz release web; do configure "$preset" || return 1; done
  build_preset web --target generated/platform/shaders.h || return 1
  node script/lib/tidy.js
}

part_fuzz() {
  local targets target name each found
  configure_preset fuzz || return 1
  mapfile -t targets < <(targets_like fuzz 'fuzz_\w+')
  build_preset fuzz --target "${targets[@]}" || return 1
  each=${FUZZ_SECONDS:-$([ -n "${CI:-}" ] && echo 40 || echo 14)}
  each=$(((each + ${#targets[@]} - 1) / ${#targets[@]}))
  for target in "${targets[@]}"; do
    name=${target#fuzz_}
    found=$results/fuzz/$name # libFuzzer writes what it finds here
    mkdir -p "$found"
    if "build/fuzz/tests/fuzz/$target" -max_total_time="$each" -timeout=10 -rss_limit_mb=2048 -dict=tests/fuzz/json.dict -print_final_stats=1 \
      -artifact_prefix="$found/" "$found" "tests/fuzz/corpus/$name" >"$results/fuzz-$name.log" 2>&1; then
      passed=$((passed + 1))
      echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$results/fuzz-$name.log") inputs in $each s"
    else
      failed=$((failed + 1))
      tail -n 40 "$results/fuzz-$name.log"
      note_failures <<<"fuzz $name: $(grep -a '^Base64: ' "$results/fuzz-$name.log" || echo 'no input kept')"
    fi
  done
  [ $failed -eq 0 ]
}

# run_playwright <configuration>: tests that passed only at the second try count as passed, and are named.
run_playwright() {
  local report=$results/playwright.json status=0 numbers
  rm -f "$report"
  PLAYWRIGHT_JSON_OUTPUT_NAME=$report node_modules/.bin/playwright test --config "$1" --reporter=dot,json || status=$?
  if [ ! -e "$report" ]; then
    failed=$((failed + 1))
    return 1
  fi
  { read -r numbers && note_failures; } < <(node script/lib/playwright_report.js "$report")
  passed=$((passed + ${numbers% *}))
  failed=$((failed + ${numbers#* }))
  [ $status -eq 0 ] && [ "${numbers#* }" = 0 ]
}

part_e2e() {
  local status=0
  script/build && build_preset web-debug --target platform_example_site || return 1
  run_playwright tests/platform_example/playwright.config.js || status=1
  run_playwright playwright.config.js || status=1
  return $status
}

# run_node_tests <name of a log> <command …>: the command runs Node's test runner with the reporter "tap".
run_node_tests() {
  local log=$results/$1.log status=0
  shift
  "$@" >"$log" 2>&1 || status=$?
  passed=$(grep -oP '^# pass \K\d+' "$log" || echo 0)
  failed=$(grep -oP '^# (fail|cancelled) \K\d+' "$log" | awk '{ sum += $1 } END { print sum + 0 }')
  if [ $status -ne 0 ]; then
    cat "$log"
    note_failures < <(grep '^ *not ok' "$log")
  fi
  return $status
}

# Firefox and WebKitGTK want a screen; one file after the other, since both want the focus.
part_browsers() {
  script/build && build_preset web-debug --target platform_example_site || return 1
  run_node_tests browsers xvfb-run -a -s "-screen 0 1400x1000x24" \
    node --test --test-concurrency=1 --test-reporter=tap tests/e2e/browsers/*.test.js
}

part_deploy() { script/build && run_node_tests deploy node --test --test-reporter=tap tests/deploy/hosts.test.js; }

part_sizes() { script/build web && node tests/bench/sizes.js; }
