# What is shown of the results: order, counts, formats, exports.
load helpers

setup_file() { make_corpora_index; }

@test "facets count all results, whatever the page" {
  run nsearch query 'lang:fr OR lang:nl' --facet lang --limit 0
  expect_status 0
  expect_line '  34  fr'
  expect_line "  $(nsearch count lang:nl)  nl"
  nsearch query 'Nvidia' --facet lang,month --limit 1 --format json | python3 -c '
import json, sys
r = json.load(sys.stdin)
assert len(r["hits"]) == 1 and r["total"]["exact"] and r["counts"]["exact"], r
lang, month = r["facet_counts"]
assert lang["facet"] == "lang" and month["facet"] == "month"
assert sum(v["count"] for v in lang["values"]) == r["total"]["lower"], lang'
}

@test "an unknown facet is named, with the known ones" {
  run nsearch query 'Nvidia' --facet langue
  expect_status 2
  expect_line 'langue'
  expect_line 'lang, source'
}

@test "a timeline has every month, and what has no date apart" {
  nsearch query 'NOT zzxqwv' --timeline month --limit 0 --format json 2>/dev/null | python3 -c '
import json, sys
r = json.load(sys.stdin)
t = r["timeline"]
assert t["step"] == "month", t
names = [p["period"] for p in t["periods"]]
assert names == sorted(names) and len(set(names)) == len(names), names
first, last = names[0], names[-1]
months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
assert months == len(names), (first, last, len(names))
assert sum(p["count"] for p in t["periods"]) + t["undated"] == r["total"]["lower"], r["total"]'
  run nsearch query 'Nvidia' --timeline week --limit 0
  expect_status 0
  expect_line 'by week'
  expect_line '-W'
  ! grep -q '█' <<<"$output"   # no terminal, no bars
}

@test "counts in csv" {
  run nsearch query 'lang:fr' --facet lang --format csv
  expect $'facet,value,count,exact\r\nlang,fr,34,yes\r'
}

@test "by date, newest or oldest first" {
  nsearch query 'lang:fr' --sort -date --fields date --format tsv --limit 40 | tail -n +2 >"$BATS_TEST_TMPDIR/newest"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/newest")" -eq 34 ]
  grep . "$BATS_TEST_TMPDIR/newest" | LC_ALL=C sort -r -c
  nsearch query 'lang:fr' --sort date --fields date --format tsv --limit 40 | tail -n +2 >"$BATS_TEST_TMPDIR/oldest"
  grep . "$BATS_TEST_TMPDIR/oldest" | LC_ALL=C sort -c
  # Without a date: last, both ways.
  [ "$(grep -c . "$BATS_TEST_TMPDIR/oldest")" -eq "$(sed '/^$/,$d' "$BATS_TEST_TMPDIR/oldest" | wc -l)" ]
}

@test "pages by date neither repeat nor leave out" {
  nsearch query 'lang:nl' --sort -date --format ids --limit 40 >"$BATS_TEST_TMPDIR/whole"
  for offset in 0 7 14 21 28 35; do nsearch query 'lang:nl' --sort -date --format ids --limit 7 --offset $offset || true; done |
    head -40 >"$BATS_TEST_TMPDIR/pages"
  diff "$BATS_TEST_TMPDIR/whole" "$BATS_TEST_TMPDIR/pages"
}

@test "recency changes the order, not the set" {
  nsearch query Nvidia --format ids --limit 100 >"$BATS_TEST_TMPDIR/plain"
  nsearch query Nvidia --format ids --limit 100 --recency 30d >"$BATS_TEST_TMPDIR/recent"
  diff <(sort "$BATS_TEST_TMPDIR/plain") <(sort "$BATS_TEST_TMPDIR/recent")
  run nsearch query Nvidia --recency soon
  expect_status 2
  expect_line '30d'
}

@test "csv: one header, quotes, chosen columns" {
  nsearch query Nvidia --format csv --fields rank,title,snippets,lang --limit 5 | python3 -c '
import csv, io, sys
text = sys.stdin.buffer.read().decode()
assert text.count("\r\n") == 6, text
rows = list(csv.reader(io.StringIO(text, newline="")))
assert rows[0] == ["rank", "title", "snippets", "lang"] and len(rows) == 6, rows
assert [r[0] for r in rows[1:]] == list("12345") and all(len(r) == 4 for r in rows)
assert any("Nvidia" in r[2] for r in rows[1:])'
  run nsearch query Nvidia --format csv --fields titre
  expect_status 2
  expect_line 'title'
}

@test "json with chosen fields" {
  nsearch query Nvidia --format json --fields title,id --limit 2 | python3 -c '
import json, sys
r = json.load(sys.stdin)
assert [list(h) for h in r["hits"]] == [["title", "id"]] * 2, r["hits"]'
}

@test "an export has every result, in every format that streams" {
  total=$(nsearch count 'Nvidia')
  [ "$total" -gt 5 ]
  nsearch query Nvidia --all --format ids >"$BATS_TEST_TMPDIR/ids"
  [ "$(sort -u "$BATS_TEST_TMPDIR/ids" | wc -l)" -eq "$total" ]
  diff "$BATS_TEST_TMPDIR/ids" <(nsearch query Nvidia --limit all --format tsv --fields id | tail -n +2)
  nsearch query Nvidia --all --format ndjson --fields id,body | python3 -c '
import json, sys
rows = [json.loads(l) for l in sys.stdin]
assert [r["id"] for r in rows] == open(sys.argv[1]).read().split("\n")[:-1]
assert all(len(r["body"]) > 20 for r in rows)' "$BATS_TEST_TMPDIR/ids"
  [ "$(nsearch query Nvidia --all --format csv | head -1)" = $'id,date,lang,source,author,title,url\r' ]
}

@test "an export has no order and no counts" {
  for option in '--sort -date' '--facet lang' '--timeline day' '--offset 5' '--recency 3d' '--format json' '--format text'; do
    run nsearch query Nvidia --all --format ids $option
    expect_status 2
  done
  run nsearch query 'zzxqwv' --all --format ids
  expect_status 1
}

@test "snippets as many and as long as asked for" {
  nsearch query 'distillation Nvidia OpenAI' --op or --format json --snippets 1 --snippet-length 60 | python3 -c '
import json, sys
r = json.load(sys.stdin)
for h in r["hits"]:
    assert len(h["snippets"]) == 1, h
    assert len(h["snippets"][0]["text"]) <= 80, h["snippets"]'
  nsearch query 'distillation Nvidia OpenAI' --op or --format json --snippets 4 --snippet-length 60 | python3 -c '
import json, sys
r = json.load(sys.stdin)
assert max(len(h["snippets"]) for h in r["hits"]) > 1'
}
