#!/usr/bin/env bash
# Builds product and benchmarks and prints the table of docs/benchmarks.md: infra/bench/run.sh [row ...]
# Exit code 1 when a goal is missed.
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build src/MppDigital.Web -c Release -v q -p:RunAnalyzers=false >&2
dotnet build tests/MppDigital.Benchmarks -c Release -v q -p:RunAnalyzers=false >&2
exec dotnet tests/MppDigital.Benchmarks/bin/Release/net10.0/MppDigital.Benchmarks.dll table src/MppDigital.Web/bin/Release/net10.0/MppDigital.Web.dll "$@"
