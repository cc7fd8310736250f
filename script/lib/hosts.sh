# nginx and Caddy for the tests of deploy/: Debian's packages, unpacked into .deps/hosts/ rather than installed, so that
# no service is started and no port is taken on the machine. To be sourced by script/bootstrap.
# shellcheck shell=bash disable=SC2034,SC2154 # shared variables

hosts_packages=(nginx nginx-common libnginx-mod-http-brotli-static caddy)

# download_hosts <folder>: apt checks signatures and hashes as always.
download_hosts() { (cd "$1" && quietly apt-get -o APT::Sandbox::User=root download "${hosts_packages[@]}"); }

# fetch_hosts: fills $hosts_home, all or nothing.
fetch_hosts() {
  local new=$hosts_home.new debs=$deps/apt/hosts package
  rm -rf "$new" "$debs" && mkdir -p "$new" "$debs"
  if ! download_hosts "$debs"; then # lists that are missing or outdated
    quietly as_root apt-get update || true
    download_hosts "$debs" ||
      fail "apt cannot download ${hosts_packages[*]} (see .deps/log); check the network and /etc/apt, then run it again"
  fi
  for package in "$debs"/*.deb; do dpkg-deb -x "$package" "$new"; done
  replace_folder "$hosts_home" "$new"
  rm -rf "$debs"
}
