#!/usr/bin/env bash
# Makes the migrations of the three contexts for the three engines at once: infra/migrations.sh NAME
# Until the first release it recreates one Init each; an older data directory is then refused and must be deleted.
set -euo pipefail
name=${1:?usage: infra/migrations.sh NAME}
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
for engine in Sqlite PostgreSql SqlServer; do
  project=src/Engines/MppDigital.$engine
  if [ "$name" = Init ]; then rm -rf "$project/Migrations"; fi
  dotnet build "$project" -v q -p:RunAnalyzers=false
  for context in National Login Regency; do
    dotnet ef migrations add "$name" --no-build -p "$project" -s "$project" -c "${context}DbContext" -o "Migrations/$context"
  done
done
