# Copies folded and listed, the words of a period, queries side by side.
load helpers

setup_file() {
  export NSEARCH_INDEX="$BATS_FILE_TMPDIR/wire.idx"
  python3 - >"$BATS_FILE_TMPDIR/wire.jsonl" <<'PYTHON'
import json, random
random.seed(5)
def words(prefix): return [f"{prefix}{random.randrange(4000)}" for _ in range(100)]
wire, other = words("ka"), words("lo")
def put(id, title, body, date): print(json.dumps({"id": id, "title": title, "body": " ".join(body) + " brug", "date": date, "lang": "nl", "source": "ANP"}))
put("w1", "Brug dicht", wire, "2025-03-01")
put("w2", "Brug nog weken dicht", wire[:95], "2025-03-02")
put("w3", "Geen verkeer", wire[50:] + wire[:50], "2025-04-03")
put("x1", "Iets anders", other, "2025-03-04")
PYTHON
  nsearch index "$BATS_FILE_TMPDIR/wire.jsonl" --quiet
}

@test "copies are folded under the first of them" {
  run nsearch query brug --fold --sort date --no-snippets
  expect_status 0
  expect_line '1. Brug dicht'
  expect_line '   +2 more: w2, w3'
  expect_line '2. Iets anders'
  expect_line '1 to 2 of 2 texts in 4 documents'
}

@test "every format folds" {
  run nsearch query brug --fold --sort date --format ids
  expect $'w1\nx1'
  run nsearch query brug --fold --sort date --format tsv --fields id,copies,copy_ids
  expect $'id\tcopies\tcopy_ids\nw1\t2\tw2 w3\nx1\t0\t'
  run nsearch query brug --fold --sort -date --format ndjson --fields id,copies
  expect '{"version":1,"id":"w3","copies":{"more":2,"ids":["w2","w1"]}}
{"version":1,"id":"x1"}'
  nsearch query brug --fold --format json | python3 -c '
import json, sys
r = json.load(sys.stdin)
assert r["folding"] == {"exact": True, "texts": 2, "looked_at": 4}, r
assert r["total"]["lower"] == 4 and len(r["hits"]) == 2, r'
}

@test "fold-of shows the copies of one document" {
  run nsearch query brug --fold-of w3 --sort date --format ids
  expect $'w1\nw2\nw3'
  run nsearch query brug --fold-of nobody
  expect_status 2
  expect_line 'nobody'
  run nsearch query brug --fold --all --format ids
  expect_status 2
}

@test "duplicates lists the groups, the oldest first" {
  run nsearch duplicates
  expect_status 0
  expect_line '3 copies: Brug dicht'
  expect_line '1 of 1 groups; they hold 3 of 4 documents.'
  nsearch duplicates --format json | python3 -c '
import json, sys
r = json.load(sys.stdin)
assert [c["id"] for c in r["groups"][0]["copies"]] == ["w1", "w2", "w3"], r
assert (r["documents"], r["groups_found"], r["documents_in_groups"]) == (4, 1, 3), r'
  run nsearch duplicates 'date:2025-04'
  expect_status 1
  run nsearch duplicates '(date'
  expect_status 2
}

@test "the words of a query, as a table" {
  run nsearch terms 'title:anders' --least-documents 1 --format csv
  expect_status 0
  expect_line 'lang,text,form,documents,rest,log_likelihood,log_ratio'
  run nsearch terms zzyzx
  expect_status 1
  run nsearch terms
  expect_status 2
}

@test "queries side by side" {
  run nsearch timeline brug title:anders --format tsv
  expect $'period\tfirst_day\tlast_day\tbrug\ttitle:anders\n2025-03\t2025-03-01\t2025-03-31\t3\t1\n2025-04\t2025-04-01\t2025-04-30\t1\t0'
  run nsearch timeline brug title:anders
  expect_line '  A: brug'
  expect_line '  2025-03  3  1'
  run nsearch timeline brug '(nieuws'
  expect_status 2
  run nsearch timeline
  expect_status 2
}
