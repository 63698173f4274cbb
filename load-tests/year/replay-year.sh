#!/usr/bin/env bash
# A generated year of about a million events, and the same shuffled and doubled: both reports must be the same, byte for byte.
# It is a past year: what is later than its arrival would be refused. Writes load-tests/results/replay-year.md. Needs about 30 GB of disk, also where Java keeps temporary files, and an hour of two cores; STREAMGAUGE_JAVA_OPTS=-Xmx3g gives it the memory.
set -euo pipefail
cd "$(dirname "$0")/../.."

page=load-tests/results/replay-year.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./streamgauge --version >/dev/null # builds it
java -cp 'deploy/standalone/target/streamgauge-standalone.jar:deploy/standalone/target/lib/*' \
  dev.streamgauge.generator.Sample --out "$work/year.ndjson" --seed 11 --repositories 8 --changes-per-day 16 --from 2025-03-03 --days 365
sed p "$work/year.ndjson" | shuf --random-source=<(yes) >"$work/disordered.ndjson"

replay() {
  local begin=$SECONDS
  ./streamgauge replay "$work/$1.ndjson" --report "$work/$1.json" >"$work/$1.txt"
  echo $((SECONDS - begin))
}

inOrder=$(replay year)
disordered=$(replay disordered)
verdict=$(cmp "$work/year.json" "$work/disordered.json" && echo 'The two reports are the same, byte for byte.')

cat >"$page" <<PAGE
# A year of events, replayed twice

\`load-tests/year/replay-year.sh\`

$(date -u +%F); a generated year of 8 repositories, from 2025-03-03 (seed 11): $(wc -l <"$work/year.ndjson") events. The second replay has each of them twice, in random order.

| replay | events | seconds | bytes of the report |
|---|---|---|---|
| in order | $(wc -l <"$work/year.ndjson") | $inOrder | $(wc -c <"$work/year.json") |
| shuffled and doubled | $(wc -l <"$work/disordered.ndjson") | $disordered | $(wc -c <"$work/disordered.json") |

**$verdict** sha256 $(sha256sum <"$work/year.json" | cut -d' ' -f1)
PAGE
cat "$page"
