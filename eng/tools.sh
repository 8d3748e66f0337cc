# Helpers of ./run, ./test and ./bench: find what is needed, or say how to get it.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1 && [ -x "$HOME/.dotnet/dotnet" ]; then export PATH="$HOME/.dotnet:$PATH"; fi
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    say "Voltloop needs the .NET SDK 10. Debian/Ubuntu: add Microsoft's package feed and 'apt-get install dotnet-sdk-10.0',"
    say "or see https://dotnet.microsoft.com/download/dotnet/10.0"
    exit 3
  fi
}

need_node() {
  if ! node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null; then
    say "Voltloop builds its page scripts with Node.js 20 or newer: 'apt-get install nodejs npm', or see https://nodejs.org"
    exit 3
  fi
}

# apt_need COMMAND PACKAGE: installs a Debian package when root, else says which one.
apt_need() {
  command -v "$1" >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing $2 ..."
    { apt-get install -y -qq "$2" || { apt-get update -qq && apt-get install -y -qq "$2"; }; } >/dev/null 2>&1 || true
  fi
  command -v "$1" >/dev/null 2>&1 && return 0
  say "Missing: $1. Install it with: sudo apt-get install $2"
  return 1
}

# apt_need_stopped COMMAND PACKAGE: like apt_need, for a package with a service, which is not started: tests start one of their own.
apt_need_stopped() {
  command -v "$1" >/dev/null 2>&1 && return 0
  local policy=/usr/sbin/policy-rc.d ours=
  if [ "$(id -u)" = 0 ] && [ ! -e "$policy" ]; then ours=1; printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod 755 "$policy"; fi
  apt_need "$1" "$2"; local found=$?
  [ -z "$ours" ] || rm -f "$policy"
  return $found
}

# need_browser: a browser for tests and pictures; the one without windows does half the work for a page.
need_browser() { apt_need chromium-headless-shell chromium-headless-shell || apt_need chromium chromium; }

# python_need MODULE PACKAGE: the same for a module of Debian's own python3.
python_need() {
  /usr/bin/python3 -c "import $1" >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing $2 ..."
    { apt-get install -y -qq "$2" || { apt-get update -qq && apt-get install -y -qq "$2"; }; } >/dev/null 2>&1 || true
  fi
  /usr/bin/python3 -c "import $1" >/dev/null 2>&1 && return 0
  say "Missing: the Python module $1. Install it with: sudo apt-get install $2"
  return 1
}

# build_quietly TEXT COMMAND...: one line that grows while the command works; its output only when it fails.
build_quietly() {
  local text=$1 log; shift
  log=$(mktemp)
  printf '%s ' "$text" >&2
  "$@" >"$log" 2>&1 & local pid=$! n=0
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; n=$((n + 1)); [ $((n % 10)) -ne 0 ] || printf '.' >&2; done
  if wait "$pid"; then printf ' done\n' >&2; rm -f "$log"; else printf ' failed\n' >&2; cat "$log" >&2; rm -f "$log"; exit 1; fi
}
