# What script/bootstrap is made of: saying, failing, remembering what is done, a private apt. To be sourced;
# expects $deps, the folder everything goes to.
# shellcheck shell=bash disable=SC2154

say() { printf '%s\n' "bootstrap: $*"; }

# One sentence: what is missing, and the way out.
fail() {
  printf '%s\n' "bootstrap: $*" >&2
  exit 1
}

# Runs a command with its output kept in .deps/log, which the sentence about its failure refers to.
quietly() { "$@" >"$deps/log" 2>&1; }

# replace_folder <folder> <new one>: at once, so that nobody sees half of it.
replace_folder() {
  rm -rf "$1.old"
  if [ -e "$1" ]; then mv "$1" "$1.old"; fi
  mv "$2" "$1"
  rm -rf "$1.old"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# at_least <version> <oldest wanted>
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# A step is done when its stamp holds its key: a hash of everything that decides the result.
key_of() { printf '%s\n' "$@" | sha256sum | cut -c 1-64; }
is_done() { [ "$(cat "$deps/stamps/$1" 2>/dev/null)" = "$2" ]; }
mark_done() { mkdir -p "$deps/stamps" && printf '%s\n' "$2" >"$deps/stamps/$1"; }

# --- a private apt ----------------------------------------------------------------------------------------
# Fetches from a Debian suite the machine does not use, and leaves the machine alone: own lists, own cache, an
# empty list of installed packages. The machine's mirror, proxy and keyring serve as they are, and apt checks
# signatures and hashes as always.

debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# Where the machine gets Debian from. (Debian's security updates are labelled differently.)
debian_mirror() {
  # shellcheck disable=SC2016 # apt expands these
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' |
    awk -F'|' '$1 == "Debian" && $2 == "Debian" && !found { print $3; found = 1 }'
}

# open_suite <suite> <deb or deb-src> [apt.conf lines]: makes the private apt of that suite, and downloads its
# lists.
open_suite() {
  local home=$deps/apt/$1 mirror
  mirror=$(debian_mirror)
  if [ -z "$mirror" ]; then # fresh container images come without lists
    quietly as_root apt-get update || return 1
    mirror=$(debian_mirror)
  fi
  [ -n "$mirror" ] || return 1
  mkdir -p "$home/lists" "$home/cache" "$home/sources"
  : >"$home/status"
  cat >"$home/sources/$1.sources" <<SOURCES
Types: $2
URIs: $mirror
Suites: $1
Components: main
Signed-By: $debian_keyring
SOURCES
  cat >"$home/apt.conf" <<CONFIG
Dir::State "$home";
Dir::State::lists "$home/lists";
Dir::State::status "$home/status";
Dir::Cache "$home/cache";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$home/sources";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
APT::Sandbox::User "root";
${3:-}
CONFIG
  quietly suite_apt "$1" update --error-on=any
}

# suite_apt <suite> <arguments of apt-get …>
suite_apt() {
  local home=$deps/apt/$1
  shift
  APT_CONFIG=$home/apt.conf apt-get "$@"
}
