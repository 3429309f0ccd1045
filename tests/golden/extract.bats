# Reading without indexing: what is printed, what is rejected, and that it can be indexed again.
bats_require_minimum_version 1.5.0
load helpers

field() { python3 -c 'import json,sys; [print(json.loads(l).get(sys.argv[1])) for l in sys.stdin]' "$1"; }

setup() {
  cd "$BATS_TEST_TMPDIR"
  mkdir -p in/nl
  printf 'De haven groeit\n\nDe haven van Gent verwerkte meer goederen.\n' >in/nl/haven.txt
  printf '{"key":"a","text":"De beurs daalde.","lang":"nl","date":"13 maart 2025","tag":["geld","beurs"]}\n' >in/beurs.jsonl
}

@test "documents come in the order of the input, as JSON lines" {
  run --separate-stderr nsearch extract in --field id=key --field body=text
  expect_status 0
  expect '{"id":"a","body":"De beurs daalde.","lang":"nl","date":"2025-03-13","tag":["geld","beurs"]}
{"id":"in/nl/haven.txt","title":"De haven groeit","body":"De haven van Gent verwerkte meer goederen."}'
  [ "$stderr" = '2 documents, 0 rejected, 2 files' ]
}

@test "members of archives, one in another, have paths of their own" {
  tar cf wire.tar in/nl/haven.txt
  gzip -k in/beurs.jsonl
  tar rf wire.tar in/beurs.jsonl.gz
  gzip wire.tar
  run bash -c "'$NSEARCH' extract wire.tar.gz --field body=text --quiet"
  expect_status 0
  [ "$(field id <<<"$output")" = 'wire.tar.gz!/in/nl/haven.txt
wire.tar.gz!/in/beurs.jsonl.gz#1' ]
}

@test "what can't be read is named with its place, and told by the exit code" {
  printf '{"body":7}\n' >>in/beurs.jsonl
  tar cf wire.tar in
  run bash -c "'$NSEARCH' extract wire.tar --field body=text --field body=body --rejects rejects 2>&1 >/dev/null"
  expect_status 3
  expect_line 'wire.tar!/in/beurs.jsonl:2: rejected: body: expected a string'
  python3 -c '
import json
r = [json.loads(l) for l in open("rejects")]
assert [(x["path"], x["line"]) for x in r] == [("wire.tar!/in/beurs.jsonl", 2)], r'
}

@test "a damaged archive gives what came before, in extract as in index" {
  head -c 3000 /dev/urandom | base64 >in/nl/lang.txt
  tar --sort=name -cf wire.tar in/nl
  head -c 3000 wire.tar >cut.tar
  run bash -c "'$NSEARCH' extract cut.tar --quiet"
  expect_status 3
  [ "$(field id <<<"$output")" = 'cut.tar!/in/nl/haven.txt' ]
  run nsearch index cut.tar --index cut.idx
  expect_status 3
  expect_line 'no more of it is read'
  [ "$(nsearch query haven --format ids --index cut.idx)" = 'cut.tar!/in/nl/haven.txt' ]
}

@test "what it prints is indexed again as it was" {
  nsearch index in --field id=key --field body=text --index one.idx --quiet
  nsearch extract in --field id=key --field body=text --quiet | nsearch index - --input-format jsonl --index two.idx --quiet
  for query in haven beurs 'tag:geld' 'date:2025-03-13'; do
    [ "$(nsearch query "$query" --format ids --index one.idx)" = "$(nsearch query "$query" --format ids --index two.idx)" ]
  done
}

@test "bad usage is told, and nothing printed" {
  run nsearch extract nowhere
  expect_status 2
  run nsearch extract in --input-format nothing
  expect_status 2
  run nsearch extract
  expect_status 2
}
