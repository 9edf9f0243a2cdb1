#!/usr/bin/env bash
# Builds everything from this clone and runs every test: bash infra/test.sh
# Debian or Ubuntu, root or sudo, .NET 10 SDK. The last line is "N passed, N failed"; a skipped test counts as failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What the caller has set for other purposes must not decide a test.
for name in $(compgen -e | grep -E '^(Platform|Database|Demo|Limits|Connectors)__|^ASPNETCORE_|^DOTNET_ENVIRONMENT$|^RunAnalyzers$'); do unset "$name"; done
# No build node outlives this run, and one compiler of its own serves all projects: each new one would compile every analyzer again.
compiler=mpp-test-$$
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=true SharedCompilationId=$compiler
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Test processes live shortly: watching their code to optimise it later costs more than it brings.
export DOTNET_TieredPGO=0

results=$PWD/artifacts/test-results
work=$(mktemp -d)
cluster=
server=
format=

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# PostgreSQL refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

stop_compiler() { pgrep -f -- "-pipename:$compiler" | xargs -r kill 2>/dev/null; }

stop() {
  stop_compiler
  if [ -n "$format" ]; then kill "$format" 2>/dev/null; fi
  if [ -n "$cluster" ]; then as_server "$server/pg_ctl" -D "$cluster" -m immediate -w stop >/dev/null 2>&1; fi
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

fail() {
  echo "$1"
  echo "0 passed, 1 failed"
  exit 1
}

step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

postgres_binaries() { find /usr/lib/postgresql /usr/local/pgsql -maxdepth 3 -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -1; }

install_missing() {
  local missing=()
  [ -n "$(postgres_binaries)" ] || missing+=(postgresql)
  [ -n "$(browser)" ] || missing+=(chromium)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v zbarimg >/dev/null || missing+=(zbar-tools)
  # Only tests that bring a package.json run on Node.
  if compgen -G 'tests/*/package.json' >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -lt 20 ]; then missing+=(nodejs npm); fi
  if [ ${#missing[@]} = 0 ]; then return; fi
  echo "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -q >/dev/null || return 1
  if [[ " ${missing[*]} " == *" postgresql "* ]]; then
    # Else the package starts a server of its own and leaves it running.
    as_root apt-get install -y -q --no-install-recommends postgresql-common >/dev/null || return 1
    as_root sed -ri 's/^#?(create_main_cluster) .*$/\1 = false/' /etc/postgresql-common/createcluster.conf
  fi
  as_root apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}

start_postgres() {
  server=$(postgres_binaries)
  [ -n "$server" ] || return 1
  local password port log=$work/pg/log
  password=$(od -An -tx1 -N16 /dev/urandom | tr -d ' \n')
  mkdir "$work/pg" && printf '%s' "$password" >"$work/pg/password"
  if [ "$(id -u)" = 0 ]; then chmod 711 "$work" && chown -R postgres "$work/pg"; fi
  as_server "$server/initdb" -D "$work/pg/data" -U mpp --pwfile="$work/pg/password" -A scram-sha-256 -E UTF8 --locale=C >/dev/null || return 1
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    # Durability is tested elsewhere; here the disk would only be slow.
    if as_server "$server/pg_ctl" -D "$work/pg/data" -l "$log" -w -o "-c listen_addresses=127.0.0.1 -p $port -k $work/pg -c fsync=off -c full_page_writes=off -c synchronous_commit=off" start >/dev/null; then
      cluster=$work/pg/data
      export MPP_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=mpp;Password=$password"
      return
    fi
  done
  cat "$log"
  return 1
}

# Attributes of the one Counters element of a result file.
counter() { grep -o '<Counters [^>]*>' "$1" | grep -oE " $2=\"[0-9]+\"" | grep -oE '[0-9]+' || echo 0; }

command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
rm -rf "$results" && mkdir -p "$results"

step "what the tests need"
install_missing || fail "Installing failed; see above."
MPP_TEST_CHROMIUM=$(browser) || fail "No Chromium was found after installing."
export MPP_TEST_CHROMIUM
start_postgres || fail "PostgreSQL did not start."

step "restore"
{ dotnet tool restore && dotnet restore --locked-mode; } >"$work/restore" 2>&1 || { cat "$work/restore"; fail "Restore failed."; }

for package in tests/*/package-lock.json; do
  [ -e "$package" ] || continue
  (cd "$(dirname "$package")" && npm ci --no-audit --no-fund) >"$work/npm" 2>&1 || { cat "$work/npm"; fail "npm ci failed in $(dirname "$package")."; }
done

step "build, a warning is an error"
dotnet build --no-restore -m:2 -v q -warnaserror || fail "The build failed."
stop_compiler
# What the program runs compiled ahead, its tests run so too.
for package in src/MppDigital.Web/obj/precompiled/*/*.dll; do
  for copy in tests/*/bin/Debug/net10.0/"$(basename "$package")"; do if [ -e "$copy" ]; then cp "$package" "$copy"; fi; done
done

passed=0
failed=0
names=()

# What the analyzers say the build has said already; what is left is white space and the order of imports.
# Beside the tests: it takes two minutes of one core, and browsers wait more than they work.
nice -n 19 bash -c 'dotnet format whitespace --verify-no-changes --no-restore && exec dotnet format style --diagnostics IDE0055 --verify-no-changes --no-restore' >"$work/format" 2>&1 &
format=$!

filter=()
if [ -z "${MPP_TEST_SQLSERVER:-}" ]; then
  echo "Category SqlServer is left out: MPP_TEST_SQLSERVER names no server."
  filter=(--filter "Category!=SqlServer")
fi

for project in tests/*.Tests; do
  name=$(basename "$project")
  step "$name"
  # A test that hangs must not take the whole run with it.
  timeout -k 30 900 dotnet test "$project/bin/Debug/net10.0/$name.dll" "${filter[@]}" --logger "trx;LogFileName=$name.trx" --results-directory "$results" >"$results/$name.log" 2>&1
  code=$?
  trx=$results/$name.trx
  if [ ! -f "$trx" ]; then
    if [ $code != 0 ] || ! grep -q 'No test' "$results/$name.log"; then
      tail -50 "$results/$name.log"
      failed=$((failed + 1))
      names+=("$name ended with $code and no results")
    fi
    continue
  fi
  good=$(counter "$trx" passed)
  bad=$(($(counter "$trx" total) - good))
  passed=$((passed + good))
  failed=$((failed + bad))
  echo "$good passed, $bad failed or skipped"
  while IFS= read -r test; do [ -z "$test" ] || names+=("$test"); done < <(grep -o '<UnitTestResult [^>]*>' "$trx" | grep -v 'outcome="Passed"' | sed -E 's/.*testName="([^"]*)".*outcome="([^"]*)".*/\2 \1/')
  if [ "$bad" = 0 ] && [ $code != 0 ]; then
    tail -50 "$results/$name.log"
    failed=$((failed + 1))
    names+=("$name ended with $code")
  elif [ "$bad" != 0 ]; then
    tail -c 6000 "$results/$name.log"
  fi
done

step "format"
if ! wait "$format"; then
  cat "$work/format"
  failed=$((failed + 1))
  names+=("dotnet format --verify-no-changes")
fi
format=

step "result"
if [ ${#names[@]} != 0 ]; then printf '%s\n' "${names[@]}"; fi
if [ "$passed" = 0 ]; then failed=$((failed + 1)); fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
