# Keeping an index: dump, reindex, compact, backup, check, mirrors, watched folders.
load helpers

setup() {
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/test.idx"
  printf '{"id":"b","title":"Titel","lang":"nl-BE","date":"2025-03-13","tags":["x","y"],"body":"De regering viel."}\n{"id":"a","lang":"fr","body":"Le gouvernement est tombé."}\n' >"$BATS_TEST_TMPDIR/x.jsonl"
  (cd "$BATS_TEST_TMPDIR" && nsearch index x.jsonl --quiet)
}

@test "a dump: one line a document, ordered by id" {
  run nsearch dump
  expect_status 0
  expect '{"dump":1,"id":"a","language":"fr","declared":"fr","path":"x.jsonl","body":"Le gouvernement est tombé.","spans":[[0,27,"fr"]],"record":2,"modified":2,"digest":"'"$(nsearch dump | head -1 | sed 's/.*"digest":"\(.*\)".*/\1/')"'"}
{"dump":1,"id":"b","title":"Titel","date":"2025-03-13","language":"nl","declared":"nl-BE","path":"x.jsonl","body":"De regering viel.","facets":[["tags","x"],["tags","y"]],"spans":[[0,17,"nl"]],"record":1,"modified":1,"digest":"'"$(nsearch dump | tail -1 | sed 's/.*"digest":"\(.*\)".*/\1/')"'"}'
}

@test "a dump goes into a new index without loss, named or recognised" {
  nsearch dump --output "$BATS_TEST_TMPDIR/out"
  nsearch dump | cmp - "$BATS_TEST_TMPDIR/out"
  nsearch dump | nsearch index - --input-format dump --index "$BATS_TEST_TMPDIR/one.idx" --quiet
  nsearch index "$BATS_TEST_TMPDIR/out" --index "$BATS_TEST_TMPDIR/two.idx" --quiet
  for copy in one two; do nsearch dump --index "$BATS_TEST_TMPDIR/$copy.idx" | cmp - "$BATS_TEST_TMPDIR/out"; done
}

@test "reindex is the way out of another analysis" {
  command -v xapian-metadata >/dev/null || skip "xapian-metadata is not installed"
  nsearch dump >"$BATS_TEST_TMPDIR/before"
  xapian-metadata set "$(ls -d "$NSEARCH_INDEX"/gen-*)" nsearch.analysis.nl 0000000000000000
  run nsearch query regering --format ids
  expect_status 4
  expect_line 'nsearch reindex'
  run nsearch reindex
  expect_status 0
  expect_line '2 documents indexed anew'
  [ "$(nsearch query regering --format ids)" = b ]
  nsearch dump | cmp - "$BATS_TEST_TMPDIR/before"
}

@test "an index of a later format is refused by reindex and dump" {
  command -v xapian-metadata >/dev/null || skip "xapian-metadata is not installed"
  xapian-metadata set "$(ls -d "$NSEARCH_INDEX"/gen-*)" nsearch.format 99
  for command in reindex dump compact; do
    run nsearch "$command"
    expect_status 4
    expect_line 'index format 99'
  done
}

@test "compact: smaller, and says so" {
  nsearch delete a --index "$NSEARCH_INDEX"
  run nsearch compact
  expect_status 0
  expect_line '1 documents, '
  [ "$(nsearch query regering --format ids)" = b ]
  [ "$(ls -d "$NSEARCH_INDEX"/gen-* | wc -l)" -eq 1 ]
}

@test "backup: a copy that can be searched; another only with --replace" {
  run nsearch backup "$BATS_TEST_TMPDIR/copy"
  expect_status 0
  expect_line '2 documents as of 20'
  [ "$(nsearch query regering --format ids --index "$BATS_TEST_TMPDIR/copy")" = b ]
  nsearch delete b
  run nsearch backup "$BATS_TEST_TMPDIR/copy"
  expect_status 2
  expect_line '--replace'
  nsearch backup "$BATS_TEST_TMPDIR/copy" --replace --quiet
  run nsearch query regering --format ids --index "$BATS_TEST_TMPDIR/copy"
  expect_status 1
}

@test "no index: every command says so, and makes none" {
  for command in dump reindex compact "backup $BATS_TEST_TMPDIR/copy"; do
    run nsearch $command --index "$BATS_TEST_TMPDIR/nowhere"
    expect_status 4
    [ ! -e "$BATS_TEST_TMPDIR/nowhere" ]
  done
}

@test "check: sound, with counts; damage is named and told by the exit code" {
  run nsearch check
  expect_status 0
  expect_line 'contents: sound'
  expect_line '2 documents, '
  [ "$(nsearch check --format json | python3 -c 'import json,sys; r=json.load(sys.stdin); print(r["sound"], r["documents"], r["findings"])')" = 'True 2 []' ]
  python3 - "$NSEARCH_INDEX"/gen-*/docdata.glass <<'PY'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
at = data.index("Le gouvernement".encode())
data[at] ^= 1
open(sys.argv[1], "wb").write(data)
PY
  run nsearch check
  expect_status 4
  expect_line 'contents: document a (number 2): '
  run nsearch dump
  expect_status 4
  expect_line '1 damaged documents left out, 1 written'
  run nsearch reindex
  expect_status 4
  run nsearch reindex --skip-damaged
  expect_status 3
  run nsearch check
  expect_status 0
}

@test "delete-missing: what is gone from a mirrored folder" {
  mkdir "$BATS_TEST_TMPDIR/in"
  printf '{"id":"m1","body":"een","lang":"nl"}\n{"id":"m2","body":"twee","lang":"nl"}\n' >"$BATS_TEST_TMPDIR/in/m.jsonl"
  nsearch index "$BATS_TEST_TMPDIR/in" --quiet
  sed -i 1d "$BATS_TEST_TMPDIR/in/m.jsonl"
  run nsearch index "$BATS_TEST_TMPDIR/in" --delete-missing
  expect_status 0
  expect_line ' 1 deleted'
  run nsearch show m1
  expect_status 1
  nsearch show m2 b
  run nsearch index - --delete-missing
  expect_status 2
}

@test "watch: a dropped file is found; SIGTERM ends it with 0" {
  mkdir "$BATS_TEST_TMPDIR/in"
  "$NSEARCH" index "$BATS_TEST_TMPDIR/in" --watch --json >"$BATS_TEST_TMPDIR/batches" 3>&- &
  watch=$!
  for _ in $(seq 200); do [ -s "$BATS_TEST_TMPDIR/batches" ] && break; sleep 0.05; done
  printf '{"id":"dropped","body":"Een waterstofbericht.","lang":"nl"}\n' >"$BATS_TEST_TMPDIR/in/x.jsonl"
  for _ in $(seq 200); do nsearch show dropped >/dev/null 2>&1 && break; sleep 0.05; done
  [ "$(nsearch query waterstofbericht --format ids)" = dropped ]
  kill -TERM "$watch"
  wait "$watch"
  [ "$(tail -1 "$BATS_TEST_TMPDIR/batches" | python3 -c 'import json,sys; print(json.load(sys.stdin)["added"])')" = 1 ]
}
