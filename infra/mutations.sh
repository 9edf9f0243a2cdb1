#!/usr/bin/env bash
# Takes one safeguard out at a time and shows that a named test notices (docs/mutations.md). Works on a clean tree and leaves it as it was.
# A mutation counts only when the program still builds, the test ran, and it failed.
set -uo pipefail
cd "$(dirname "$0")/.."
git diff --quiet -- src || { echo "src has changes. Commit them first: this script edits files there and puts them back." >&2; exit 2; }

touched=
restore() { [ -z "$touched" ] || git checkout --quiet -- "$touched"; touched=; }
trap restore EXIT

red=0 survived=0
# name, file, sed expression, test project, test (Class.Method)
mutate() {
  local name=$1 file=$2 edit=$3 project=tests/$4 test=$5 output
  touched=$file
  sed -i -E "$edit" "$file"
  if git diff --quiet -- "$file"; then echo "STALE     $name: the edit changes nothing in $file"; survived=$((survived + 1)); restore; return; fi
  if ! dotnet build "$project" --nologo -v q -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false > /dev/null; then
    echo "BROKEN    $name: does not build"; survived=$((survived + 1))
  else
    output=$(timeout 600 dotnet test "$project" --no-build --nologo --filter "FullyQualifiedName~$test" 2>&1)
    if grep -qE '^Failed! .*Failed: +[1-9]' <<< "$output"; then echo "RED       $name: $test"; red=$((red + 1))
    else echo "SURVIVED  $name: $test"; survived=$((survived + 1)); fi
  fi
  restore
}

mutate "tenant check" src/MppDigital.Web/SignIn/HostCookie.cs \
  's/ \|\| context\.Principal\?\.FindFirst\(SignInClaims\.Origin\)\?\.Value != party\.Origin//' \
  MppDigital.Web.Tests IsolationWalk.Nobody_reaches_what_is_not_theirs
mutate "idempotency key" src/MppDigital.Regencies/Applications/SubmitApplication.cs \
  '/^ +idempotency\.Keep\(/d' \
  MppDigital.Web.Tests StoryTests.The_same_key_files_once_and_answers_with_the_same_receipt
mutate "version check" src/MppDigital.Regencies/Applications/Office/ApplicationDesk.cs \
  '/^ +if \(request\.Version != application\.Version\)/d' \
  MppDigital.Web.Tests StoryTests.The_second_of_two_officers_who_saw_the_same_version_gets_the_present_state
mutate "signature check" src/MppDigital.Web/SignIn/LoginProvider.cs \
  's/IssuerSigningKeys = known\.SigningKeys,/SignatureValidator = (token, _) => new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token),/' \
  MppDigital.Web.Tests IsolationWalk.A_token_opens_its_own_host_and_no_other
mutate "holiday table" src/MppDigital.Platform/Calendar/WorkingCalendar.cs \
  's/holidays = byDate\.ToFrozenDictionary\(\);/holidays = FrozenDictionary<DateOnly, Holiday>.Empty;/' \
  MppDigital.Platform.Tests LegalClockTests.Names_each_day_that_it_skipped

echo "$red of $((red + survived)) mutations turned their test red"
[ "$survived" = 0 ]
