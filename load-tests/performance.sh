#!/usr/bin/env bash
# Measures all that results/performance.md speaks of: some five hours on two cores that do nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
for profile in race latency restore hour growth; do
    mvn -q -pl load-tests/checks -am test "-P$profile" -DskipTests
done
mvn -q -pl load-tests/checks -am test -Prace -DskipTests -Drace.repositories=1 -Drace.events=400000 -Drace.rounds=1 \
    -Drace.who=processors -Drace.page="$PWD/load-tests/results/race-one-repository.md"
