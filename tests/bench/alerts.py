#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Saved searches against the plain way: the processor time of `nsearch alert run` and of `alert run --every-query`, which searches
the whole index for each alert, and whether both tell the same lines.

    tests/bench/alerts.py --nsearch build/release/cli/nsearch --base base.jsonl --new new.jsonl --queries 10000

The queries are made of words of both files (every kind of operator, in the shares below); the same seed makes the same. The plain way
runs a sample of them, as it takes long; its time is reckoned up. Everything lies in a temporary folder."""
import argparse
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter

NUMBER = re.compile(r',"batch":"[^"]*"')  # goes by the clock
WORD = re.compile(r"[^\W\d_]{4,}")


def read_documents(path, share, rng):
    for line in open(path, encoding="utf-8"):
        if rng.random() < share:
            document = json.loads(line)
            words = WORD.findall(f"{document.get('title') or ''} {(document.get('body') or '')[:3000]}")
            if len(words) >= 30:
                yield words, document.get("lang") or "fr"


def make_queries(paths, number, rng):
    """Like what people watch: rare words and names with AND, phrases, groups, some proximity, wildcards, fields."""
    documents = [d for path in paths for d in read_documents(path, 0.1, rng)]
    frequency = Counter()
    for words, _ in documents:
        frequency.update({w.lower() for w in words})
    most = len(documents) * 0.05

    def pick(words):
        for _ in range(50):
            word = rng.choice(words)
            if frequency[word.lower()] <= most:
                return word
        return word

    kinds = [
        (25, lambda w, l: f"{pick(w)} AND {pick(w)}"),
        (15, lambda w, l: '"%s %s"' % tuple((lambda i: w[i : i + 2])(rng.randrange(len(w) - 2)))),
        (15, lambda w, l: f"({pick(w)} OR {pick(w)}) AND {pick(w)}"),
        (10, lambda w, l: f"{pick(w)} {pick(w)} {pick(w)}"),
        (7, lambda w, l: f"{pick(w)} NEAR/10 {pick(w)}"),
        (7, lambda w, l: f"title:{pick(w)} AND lang:{l}"),
        (5, lambda w, l: f"{pick(w)} AND {pick(w)[:6]}*"),
        (6, lambda w, l: f"({pick(w)} OR {pick(w)}) AND NOT ({pick(w)} OR {pick(w)})"),
        (5, lambda w, l: pick(w)),
        (2, lambda w, l: f"{pick(w)} SENTENCE {pick(w)}"),
        (3, lambda w, l: f"={pick(w)} AND {pick(w)}"),
    ]
    weights = [share for share, _ in kinds]
    makers = rng.choices([make for _, make in kinds], weights, k=number)
    return [make(*rng.choice(documents)) for make in makers]


def run(arguments, **options):
    """Processor seconds, seconds, standard output."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        sys.exit(f"{' '.join(arguments)}: {done.returncode}\n{done.stderr[-2000:]}")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, time.time() - start, done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nsearch", required=True)
    parser.add_argument("--base", required=True, help="JSON Lines: what is there before")
    parser.add_argument("--index", help="an index of the base that is there already (it is copied)")
    parser.add_argument("--new", required=True, help="JSON Lines: what comes")
    parser.add_argument("--queries", type=int, default=10000)
    parser.add_argument("--sample", type=int, default=500, help="of the queries, for the plain way")
    parser.add_argument("--without", default="", help="leave out queries that hold this, such as NEAR")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    queries = make_queries([options.base, options.new], options.queries * 2, rng)
    if options.without:
        queries = [q for q in queries if not re.search(options.without, q)]
    queries = queries[: options.queries]
    work = tempfile.mkdtemp(prefix="nsearch-alerts-")
    try:
        index, all_of_them, some = (os.path.join(work, name) for name in ("news.idx", "all", "some"))
        if options.index:
            shutil.copytree(options.index, index)
        else:
            run([options.nsearch, "index", options.base, "--index", index, "--quiet"])
        chosen = sorted(rng.sample(range(len(queries)), min(options.sample, len(queries))))
        for state, numbers in ((all_of_them, range(len(queries))), (some, chosen)):
            tsv = state + ".tsv"
            with open(tsv, "w", encoding="utf-8") as out:
                out.writelines(f"q{i:06}\t{queries[i]}\n" for i in numbers)
            run([options.nsearch, "alert", "add", "--batch", tsv, "--state", state, "--index", index])
        run([options.nsearch, "index", options.new, "--index", index, "--quiet"])
        shutil.copytree(all_of_them, all_of_them + ".again")
        alert_run = [options.nsearch, "alert", "run", "--index", index, "--state"]
        first, _, told = run(alert_run + [all_of_them])
        # Once more, with what the first run kept of the words' analysis: as every further run is.
        shutil.copy(os.path.join(all_of_them, "analysis"), all_of_them + ".again")
        further, wall, again = run(alert_run + [all_of_them + ".again"])
        plain, _, plain_told = run(alert_run + [some, "--every-query"])
        names = {f"q{i:06}" for i in chosen}
        told, again, plain_told = (NUMBER.sub("", lines) for lines in (told, again, plain_told))
        same = [line for line in told.splitlines() if json.loads(line)["alert"] in names] == plain_told.splitlines()
        reckoned = plain * len(queries) / len(chosen)
        lines = told.count("\n")
        print(f"{len(queries)} queries, {lines} lines told, by {len({json.loads(l)['alert'] for l in told.splitlines()})} of them")
        print(f"first run {first:.2f} s, further runs {further:.2f} s of processor time ({wall:.2f} s on the clock)")
        print(f"plain way {plain:.2f} s for {len(chosen)} queries, so {reckoned:.1f} s for all")
        print(f"ratio {reckoned / first:.1f} in the first run, {reckoned / further:.1f} in further runs")
        print("the same lines" if same and told == again else "DIFFERENT LINES")
        return 0 if same and told == again else 1
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
