# Indexing: what is added, updated, rejected, deleted, and what the exit codes say.
load helpers

index() { nsearch index "$@" --index "$BATS_TEST_TMPDIR/test.idx"; }
summary() { python3 -c 'import json,sys; s=json.load(sys.stdin); print(*(s[k] for k in sys.argv[1:]))' "$@"; }

@test "running again changes nothing; a changed document is updated" {
  printf '{"id":"a","body":"Eerste tekst over de regering."}\n{"id":"b","body":"Tweede tekst over de beurs."}\n' >"$BATS_TEST_TMPDIR/x.jsonl"
  [ "$(index "$BATS_TEST_TMPDIR/x.jsonl" --json | summary added updated unchanged documents)" = '2 0 0 2' ]
  [ "$(index "$BATS_TEST_TMPDIR/x.jsonl" --json | summary added updated unchanged documents)" = '0 0 2 2' ]
  sed -i 's/beurs/haven/' "$BATS_TEST_TMPDIR/x.jsonl"
  [ "$(index "$BATS_TEST_TMPDIR/x.jsonl" --json | summary added updated unchanged documents)" = '0 1 1 2' ]
  [ "$(nsearch query haven --format ids --index "$BATS_TEST_TMPDIR/test.idx")" = b ]
  run nsearch query beurs --format ids --index "$BATS_TEST_TMPDIR/test.idx"
  expect_status 1
}

@test "the same id twice: the last wins, counted" {
  run bash -c "'$NSEARCH' index '$NSEARCH_SOURCE/corpora/broken/duplicate-ids.jsonl' --json --index '$BATS_TEST_TMPDIR/test.idx'"
  expect_status 0
  [ "$(summary documents duplicates <<<"$output")" = '2 2' ]
}

@test "bad documents are skipped, named, and told by the exit code" {
  run index "$NSEARCH_SOURCE/corpora/broken/wrong-types.jsonl" --rejects "$BATS_TEST_TMPDIR/rejects"
  expect_status 3
  expect_line 'wrong-types.jsonl:'
  [ "$(wc -l <"$BATS_TEST_TMPDIR/rejects")" -eq 10 ]
  python3 -c '
import json, sys
for line in open(sys.argv[1]):
    r = json.loads(line)
    assert r["path"].endswith("wrong-types.jsonl") and r["line"] > 0 and r["reason"], r' "$BATS_TEST_TMPDIR/rejects"
}

@test "every broken input at once: the good ones are kept" {
  run bash -c "'$NSEARCH' index '$NSEARCH_SOURCE'/corpora/broken/* --json --quiet --index '$BATS_TEST_TMPDIR/test.idx'"
  expect_status 3
  read -r documents rejected < <(summary documents rejected <<<"$output")
  [ "$documents" -ge 20 ]
  [ "$rejected" -ge 30 ]
}

@test "a path that does not exist is bad usage, and nothing is made" {
  run index "$BATS_TEST_TMPDIR/nowhere"
  expect_status 2
  expect_line nowhere
  [ ! -e "$BATS_TEST_TMPDIR/test.idx" ]
}

@test "standard input, gzip, another field name, a forced language" {
  printf '{"key":"a","text":"De regering viel."}\n' | gzip | index - --input-format jsonl --field body=text --field id=key --lang nl --quiet
  [ "$(nsearch query regeringen --format ids --index "$BATS_TEST_TMPDIR/test.idx")" = a ]
}

@test "a declared language is reduced, and overridden only by a reliable detection" {
  body="De regering heeft gisteren na lange onderhandelingen besloten dat de belastingen volgend jaar niet zullen stijgen."
  printf '{"id":"a","lang":"nl-BE","body":"%s"}\n{"id":"b","lang":"fr","body":"%s"}\n' "$body" "$body" >"$BATS_TEST_TMPDIR/x.jsonl"
  run index "$BATS_TEST_TMPDIR/x.jsonl"
  expect_status 0
  expect_line 'x.jsonl:2: '
  [ "$(nsearch count lang:nl --index "$BATS_TEST_TMPDIR/test.idx")" = 2 ]
}

@test "delete by id and by query" {
  printf '{"id":"a","body":"een","lang":"nl"}\n{"id":"b","body":"twee","lang":"nl"}\n{"id":"c","body":"drie","lang":"nl"}\n' | index - --input-format jsonl --quiet
  run nsearch delete a nowhere --index "$BATS_TEST_TMPDIR/test.idx"
  expect_status 0
  expect_line 'nowhere: no such document'
  run nsearch delete --query drie --index "$BATS_TEST_TMPDIR/test.idx"
  expect_status 0
  [ "$(nsearch query 'NOT zzz' --format ids --index "$BATS_TEST_TMPDIR/test.idx" 2>/dev/null)" = b ]
  run nsearch delete nowhere --index "$BATS_TEST_TMPDIR/test.idx"
  expect_status 1
}

@test "a second writer is told who holds the index" {
  mkfifo "$BATS_TEST_TMPDIR/pipe"
  "$NSEARCH" index - --input-format jsonl --index "$BATS_TEST_TMPDIR/test.idx" --quiet <"$BATS_TEST_TMPDIR/pipe" 3>&- &
  writer=$!
  exec 9>"$BATS_TEST_TMPDIR/pipe"
  for _ in $(seq 100); do [ -s "$BATS_TEST_TMPDIR/test.idx/nsearch.lock" ] && break; sleep 0.05; done
  run nsearch index "$NSEARCH_SOURCE/corpora/fr" --index "$BATS_TEST_TMPDIR/test.idx"
  expect_status 5
  expect_line "$writer"
  exec 9>&-
  wait "$writer"
}

@test "no index, a foreign folder, a damaged index" {
  run nsearch query x --index "$BATS_TEST_TMPDIR/nowhere"
  expect_status 4
  expect_line 'nsearch index'
  mkdir "$BATS_TEST_TMPDIR/empty"
  run nsearch info --index "$BATS_TEST_TMPDIR/empty"
  expect_status 4
}

@test "an index made by another analysis is refused, with the way out" {
  command -v xapian-metadata >/dev/null || skip "xapian-metadata is not installed"
  printf '{"id":"a","body":"De regering viel.","lang":"nl"}\n' | index - --input-format jsonl --quiet
  generation=$(ls -d "$BATS_TEST_TMPDIR"/test.idx/gen-*)
  xapian-metadata set "$generation" nsearch.analysis.nl 0000000000000000
  run nsearch query regering --index "$BATS_TEST_TMPDIR/test.idx"
  expect_status 4
  expect_line 'nl'
}

@test "--protect: its words are found as they are, by the index's own list" {
  printf '{"id":"club","lang":"fr","body":"Le club des Lumières a tenu sa grande réunion à Paris hier soir."}\n{"id":"lamp","lang":"fr","body":"Il a éteint la lumière de sa chambre avant de sortir dans la rue."}\n' >"$BATS_TEST_TMPDIR/x.jsonl"
  printf '# names\nLumières\n' >"$BATS_TEST_TMPDIR/names.txt"
  nsearch index "$BATS_TEST_TMPDIR/x.jsonl" --index "$BATS_TEST_TMPDIR/plain.idx" --quiet
  [ "$(nsearch query Lumières --format ids --index "$BATS_TEST_TMPDIR/plain.idx" | sort | tr '\n' ' ')" = 'club lamp ' ]
  index "$BATS_TEST_TMPDIR/x.jsonl" --protect "$BATS_TEST_TMPDIR/names.txt" --quiet
  [ "$(nsearch query Lumières --format ids --index "$BATS_TEST_TMPDIR/test.idx")" = club ]
  [ "$(nsearch query lumière --format ids --index "$BATS_TEST_TMPDIR/test.idx")" = lamp ]
  [ "$(nsearch info --format json --index "$BATS_TEST_TMPDIR/test.idx" | python3 -c 'import json,sys; print(json.load(sys.stdin)["protected_words"])')" = 1 ]
  run nsearch analyze --lang fr --steps --index "$BATS_TEST_TMPDIR/test.idx" Lumières
  expect_line 'protected       lumieres'

  # Without the option, and with the same words, the index goes on by its own list.
  printf '{"id":"new","lang":"fr","body":"Les Lumières ont changé la pensée politique de la France entière."}\n' >"$BATS_TEST_TMPDIR/y.jsonl"
  index "$BATS_TEST_TMPDIR/y.jsonl" --quiet
  printf 'lumieres\n' >"$BATS_TEST_TMPDIR/same.txt"
  index "$BATS_TEST_TMPDIR/y.jsonl" --protect "$BATS_TEST_TMPDIR/same.txt" --quiet
  [ "$(nsearch query Lumières --format ids --index "$BATS_TEST_TMPDIR/test.idx" | sort | tr '\n' ' ')" = 'club new ' ]

  # Another list is refused, by the writer and by a search of both indexes.
  printf 'Paris\nLumières\n' >"$BATS_TEST_TMPDIR/other.txt"
  run index "$BATS_TEST_TMPDIR/y.jsonl" --protect "$BATS_TEST_TMPDIR/other.txt"
  expect_status 4
  expect_line 'made with other protected words than these (1 there, 2 here)'
  expect_line 'leave --protect out'
  run nsearch query Lumières --index "$BATS_TEST_TMPDIR/plain.idx" --index "$BATS_TEST_TMPDIR/test.idx"
  expect_status 4
  expect_line 'protect different words'
}

@test "--protect refuses a list that is none" {
  printf 'Ahold\nAlbert Heijn\n' >"$BATS_TEST_TMPDIR/names.txt"
  printf '{"id":"a","body":"Een tekst."}\n' >"$BATS_TEST_TMPDIR/x.jsonl"
  run index "$BATS_TEST_TMPDIR/x.jsonl" --protect "$BATS_TEST_TMPDIR/names.txt"
  expect_status 2
  expect_line 'names.txt:2: not one word: Albert Heijn'
  [ ! -e "$BATS_TEST_TMPDIR/test.idx" ]
  run index "$BATS_TEST_TMPDIR/x.jsonl" --protect "$BATS_TEST_TMPDIR/absent.txt"
  expect_status 6
}
