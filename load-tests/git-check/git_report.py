#!/usr/bin/env python3
"""Computes the report of `streamgauge git --json` from git's own output.

Written from docs/metrics.md only, to check the product: it shares no code with it. Needs python3 and git, nothing else.

    git_report.py CLONE... [--deploys GLOB] [--compare FILE.json]

Prints the object that is expected (an array for several clones). With --compare, FILE.json is what streamgauge printed for the same
clones: exit 1 if a count differs, a mean differs by more than a millisecond, or a quantile by more than one in a hundred.
"""

import argparse
import fnmatch
import json
import os
import re
import subprocess
import sys
import time

FIVE_MINUTES = 300_000
FIRST_TIME = 631_152_000_000  # 1990-01-01T00:00:00Z: no event is from before it
QUANTILES = (("p50_ms", 50), ("p75_ms", 75), ("p90_ms", 90), ("p95_ms", 95))
MERGED = re.compile(rb"Merge pull request #([0-9]+)")
SQUASHED = re.compile(rb"\(#([0-9]+)\)[ \t\r\n\f\v]*$")


def git(clone, *arguments, text=None):
    command = ["git", "-C", clone, "-c", "i18n.logOutputEncoding=UTF-8", "-c", "log.showSignature=false", *arguments]
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True)
    return done.stdout


class Commit:
    __slots__ = ("sha", "parents", "authored", "committed", "request")

    def __init__(self, fields):
        self.sha = fields[0].decode()
        self.parents = fields[1].decode().split()
        self.authored = millis(fields[2])
        self.committed = millis(fields[3])
        self.request = named_request(fields[4])


def millis(seconds):
    """git prints nothing for a date that it cannot read."""
    return int(seconds) * 1000 if seconds.strip() else None


def named_request(subject):
    found = MERGED.match(subject) or SQUASHED.search(subject)
    return found.group(1).decode() if found else None


def read_commits(clone, tips):
    """All commits that the tips reach; parents before children."""
    form = "--format=%H%x1f%P%x1f%at%x1f%ct%x1f%s"
    out = git(clone, "log", "-z", "--topo-order", "--reverse", form, "--stdin", text="\n".join(tips).encode())
    rows = (row.split(b"\x1f", 4) for row in out.split(b"\0") if row.strip())
    return {commit.sha: commit for commit in map(Commit, rows)}


def read_tags(clone, glob):
    """(name, commit, time of the tagger or None) of each tag of a commit whose short name matches."""
    form = "%(refname)%00%(objecttype)%00%(objectname)%00%(taggerdate:unix)"
    lines = git(clone, "for-each-ref", "--format=" + form, "refs/tags").splitlines()
    rows = [line.split(b"\0") for line in lines if line]
    names = [row[0][len(b"refs/tags/"):] for row in rows]
    wanted = [(name, row) for name, row in zip(names, rows) if fnmatch.fnmatchcase(os.fsdecode(name), glob)]
    peeled = git(clone, "cat-file", "--batch-check=%(objectname) %(objecttype)",
                 text=b"".join(row[2] + b"^{}\n" for _, row in wanted)).splitlines()
    for (name, row), target in zip(wanted, peeled):
        sha, _, kind = target.decode().partition(" ")
        if kind == "commit":
            yield name, sha, millis(row[3])


def main_line(clone):
    """The commits of main's first-parent line, the root first."""
    return git(clone, "rev-list", "--first-parent", "--reverse", "HEAD").decode().split()


def landing_times(line, commits, now):
    """At the committer date, never before the first parent. A date that no event may have (section 6) says nothing."""
    times, latest = [], FIRST_TIME
    for sha in line:
        committed = commits[sha].committed
        if committed is not None and FIRST_TIME <= committed <= now + FIVE_MINUTES:
            latest = max(latest, committed)
        times.append(latest)
    return times


def bringers(line, commits):
    """For each commit of HEAD's history, the index of the landing that brought it."""
    brought_by = {sha: index for index, sha in enumerate(line)}
    for index, sha in enumerate(line):
        todo = list(commits[sha].parents)
        while todo:
            parent = todo.pop()
            if parent not in brought_by and parent in commits:
                brought_by[parent] = index
                todo.extend(commits[parent].parents)
    return brought_by


def forks(line, commits):
    """For each commit, the greatest position on main that it reaches without passing through main; its own if it is on main."""
    fork = {sha: index for index, sha in enumerate(line)}
    for sha, commit in commits.items():
        if sha not in fork:
            reached = [fork[parent] for parent in commit.parents if fork.get(parent) is not None]
            fork[sha] = max(reached, default=None)
    return fork


class Change:
    def __init__(self, position, landed):
        self.position, self.landed = position, landed
        self.authored = None
        self.owned_deploy = None


def changes_of(line, landed, commits, brought_by):
    """The change of each landing, by its index: one change for all landings that name the same request."""
    by_name, of_landing = {}, []
    for index, sha in enumerate(line):
        request = commits[sha].request
        name = "#" + request if request else "@" + sha
        of_landing.append(by_name.setdefault(name, Change(index, landed[index])))
    for sha, index in brought_by.items():
        authored = commits[sha].authored
        change = of_landing[index]
        if authored is not None and (change.authored is None or authored < change.authored):
            change.authored = authored
    return list(by_name.values()), of_landing


def deploys_of(clone, glob, commits, fork, brought_by, now):
    """(finish, name, commit) of each tag of this history, in the order of deploys."""
    deploys = []
    for name, sha, tagged in read_tags(clone, glob):
        finished = tagged if tagged is not None else commits[sha].committed
        of_this_history = sha in brought_by or fork.get(sha) is not None
        if of_this_history and finished is not None and finished <= now + FIVE_MINUTES:
            deploys.append((max(finished, FIRST_TIME), name, sha))
    return sorted(deploys)


def deliver(changes, of_landing, deploys, fork, brought_by):
    """Yields (change, finish of its delivery or None, is baseline)."""
    first_position = None
    by_position, reached = {}, -1
    for deploy in deploys:
        sha = deploy[2]
        if sha in brought_by:
            owner = of_landing[brought_by[sha]]
            owner.owned_deploy = owner.owned_deploy or deploy
        position = fork.get(sha)
        if position is None:
            continue
        if first_position is None:
            first_position = position
        else:
            for index in range(max(reached, first_position) + 1, position + 1):
                by_position[index] = deploy
        reached = max(reached, position)
    for change in changes:
        found = [deploy for deploy in (change.owned_deploy, by_position.get(change.position)) if deploy]
        if found:
            yield change, min(found)[0], False
        else:
            yield change, None, first_position is not None and change.position <= first_position


def delivery_lead_time(change, delivered):
    if change.landed - delivered > FIVE_MINUTES:
        return "before_landing"
    return max(0, delivered - change.landed)


def change_lead_time(change, delivered):
    if change.authored is None:
        return "no_author_date"
    if change.authored - change.landed > FIVE_MINUTES or change.authored - delivered > FIVE_MINUTES:
        return "clock_skew"
    return delivered - min(change.authored, change.landed, delivered)


def statistics(values):
    values = sorted(values)
    count = len(values)
    summary = {"count": count, "mean_ms": (2 * sum(values) + count) // (2 * count) if count else None}
    for name, percent in QUANTILES:
        summary[name] = values[-(-percent * count // 100) - 1] if count else None
    return summary


def report(clone, glob, now):
    line = main_line(clone)
    tips = [sha for _, sha, _ in read_tags(clone, glob)]
    commits = read_commits(clone, [line[-1], *tips])
    landed = landing_times(line, commits, now)
    brought_by = bringers(line, commits)
    fork = forks(line, commits)
    changes, of_landing = changes_of(line, landed, commits, brought_by)
    deploys = deploys_of(clone, glob, commits, fork, brought_by, now)

    excluded = {"baseline": 0, "before_landing": 0, "clock_skew": 0}
    lead_times = {"delivery_lead_time": [], "change_lead_time": []}
    delivered_count = 0
    for change, delivered, baseline in deliver(changes, of_landing, deploys, fork, brought_by):
        if baseline:
            excluded["baseline"] += 1
        if delivered is None:
            continue
        delivered_count += 1
        for metric, measure in (("delivery_lead_time", delivery_lead_time), ("change_lead_time", change_lead_time)):
            value = measure(change, delivered)
            if isinstance(value, str):
                excluded[value] = excluded.get(value, 0) + 1
            else:
                lead_times[metric].append(value)
    return {
        "landings": len(line),
        "changes": len(changes),
        "deploys": len(deploys),
        "delivered": delivered_count,
        "undelivered": len(changes) - delivered_count - excluded["baseline"],
        "excluded": excluded,
        **{metric: statistics(values) for metric, values in lead_times.items()},
    }


def differences(expected, got, path=""):
    """Sentences that say where the report is wrong."""
    if isinstance(expected, dict):
        for name, value in expected.items():
            default = 0 if path == ".excluded" else None
            other = got.get(name, default) if isinstance(got, dict) else None
            yield from differences(value, other, f"{path}.{name}")
        if path == ".excluded" and isinstance(got, dict):
            yield from (f"{path}.{name}: {got[name]}, but 0 is expected" for name in sorted(set(got) - set(expected)) if got[name])
        return
    if expected is None or not isinstance(got, (int, float)) or isinstance(got, bool):
        wrong = expected is not got
    elif path.endswith("mean_ms"):
        wrong = abs(got - expected) > 1
    elif path.endswith("_ms"):
        wrong = abs(got - expected) > abs(expected) / 100 + 0.5
    else:
        wrong = got != expected
    if wrong:
        yield f"{path}: {got}, but {expected} is expected"


def compare(clones, expected, file):
    with (sys.stdin if file == "-" else open(file, encoding="utf-8")) as opened:
        got = json.load(opened)
    got = got if isinstance(got, list) else [got]
    if len(got) != len(clones):
        return [f"{file} has {len(got)} reports for {len(clones)} clones"]
    return [f"{clone} {line}" for clone, want, have in zip(clones, expected, got) for line in differences(want, have)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clones", nargs="+", metavar="CLONE")
    parser.add_argument("--deploys", default="*", metavar="GLOB")
    parser.add_argument("--compare", metavar="FILE.json")
    options = parser.parse_args()
    now = int(time.time() * 1000)
    expected = [report(clone, options.deploys, now) for clone in options.clones]
    if not options.compare:
        print(json.dumps(expected if len(expected) > 1 else expected[0], indent=2))
        return 0
    wrong = compare(options.clones, expected, options.compare)
    print("\n".join(wrong) if wrong else "equal")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
