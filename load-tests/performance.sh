#!/usr/bin/env bash
# Measures what results/performance.md speaks of, but for its profiles: some six hours on two cores that do nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
for profile in race latency restore hour growth; do
    mvn -q -pl load-tests/checks -am test "-P$profile" -DskipTests
done
race() { # page, further settings
    mvn -q -pl load-tests/checks -am test -Prace -DskipTests "-Drace.page=$PWD/load-tests/results/$1" "${@:2}"
}
race race-one-repository.md -Drace.repositories=1 -Drace.events=400000 -Drace.rounds=1 -Drace.who=processors
race race-ways.md -Drace.events=800000 -Drace.rounds=1 \
    -Drace.who=processors,processors-serial,processors-one-thread,processors-100
