# Saved searches: add, list, show, remove, reset, run.
load helpers

setup() {
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/test.idx"
  add_lines '{"id":"old","lang":"nl","title":"Koers","body":"De koers van Nvidia daalt."}'
}

# Leaves the batches' numbers out, which go by the clock.
without_numbers() { sed -E 's/("batch":"[^":]+:)[0-9]+"/\1N"/'; }

# expect_told TEXT: what a run printed, but for these.
expect_told() {
  output=$(without_numbers <<<"$output")
  expect "$1"
}

# Indexes documents, a line each.
add_lines() {
  printf '%s\n' "$@" >"$BATS_TEST_TMPDIR/lines.jsonl"
  (cd "$BATS_TEST_TMPDIR" && nsearch index lines.jsonl --quiet)
}

@test "what is new is printed once, a line of JSON a document" {
  nsearch alert add chips 'koers AND Nvidia'
  run nsearch alert run
  expect_status 1
  expect ''
  add_lines '{"id":"new","lang":"nl","title":"Koersen","date":"2025-03-13","source":"NOS","body":"De koersen van Nvidia stijgen."}' \
    '{"id":"other","lang":"nl","body":"Het regent."}'
  run nsearch alert run
  expect_status 0
  expect_told '{"version":1,"alert":"chips","batch":"chips:N","sequence":2,"id":"new","title":"Koersen","lang":"nl","date":"2025-03-13","source":"NOS","path":"lines.jsonl","record":1}'
  run nsearch alert run
  expect_status 1
  expect ''
}

@test "alerts are told in the order of their names, some of them when named" {
  nsearch alert add b Nvidia --from-start
  nsearch alert add a koers --from-start
  run nsearch alert run b
  expect_line '"alert":"b"'
  run nsearch alert run
  expect_told '{"version":1,"alert":"a","batch":"a:N","sequence":1,"id":"old","title":"Koers","lang":"nl","path":"lines.jsonl","record":1}'
}

@test "list and show" {
  nsearch alert add wages '"salaire minimum" OR minimumloon' --lang fr,nl --timezone Europe/Brussels
  nsearch alert add chips koers Nvidia --op or
  run nsearch alert list
  expect_status 0
  expect 'chips	koers Nvidia --op or
wages	"salaire minimum" OR minimumloon --lang fr,nl --timezone Europe/Brussels'
  run nsearch alert show chips --format json
  expect_line '{"version":1,"alerts":[{"name":"chips","query":"koers Nvidia","op":"or","plain":false,"added":"'
  nsearch alert remove chips
  run nsearch alert show chips
  expect_status 1
  run nsearch alert remove chips
  expect_status 1
  expect 'there is no alert “chips”'
}

@test "a malformed query is refused with a caret, names are checked" {
  run nsearch alert add chips '(koers AND'
  expect_status 2
  expect_line '         ^^^'
  run nsearch alert add 'a b' koers
  expect_status 2
  expect_line 'no name of an alert'
  nsearch alert add chips koers
  run nsearch alert add chips beurs
  expect_status 2
  expect_line '--replace'
  nsearch alert add chips beurs --replace
  run nsearch alert list
  expect 'chips	beurs'
  run nsearch alert add chips
  expect_status 2
}

@test "many at once" {
  printf 'a\tkoers\nb\t(koers AND\nc\tNvidia\n' >"$BATS_TEST_TMPDIR/watches.tsv"
  run nsearch alert add --batch "$BATS_TEST_TMPDIR/watches.tsv"
  expect_status 2
  expect_line 'alert b: error'
  run nsearch alert list
  expect 'a	koers
c	Nvidia'
}

@test "a command gets the lines, and gets them again when it failed" {
  nsearch alert add a koers --from-start
  nsearch alert add b Nvidia --from-start
  run nsearch alert run --exec 'test "$NSEARCH_ALERT" = b && cat'
  expect_status 3
  expect_line 'alert a: the command ended with 1; its 1 document comes again'
  expect_line '"alert":"b"'
  run nsearch alert run --exec 'read -r line; case $line in *"\"batch\":\"$NSEARCH_BATCH\""*) echo "$line";; esac'
  expect_status 0
  expect_told '{"version":1,"alert":"a","batch":"a:N","sequence":1,"id":"old","title":"Koers","lang":"nl","path":"lines.jsonl","record":1}'
}

@test "what a command failed on comes again by the same batch, and what has come since by another" {
  nsearch alert add a koers --from-start
  run nsearch alert run --exec 'echo "$NSEARCH_BATCH"; exit 1'
  expect_status 3
  first=${lines[0]}
  [[ $first == a:* ]]
  add_lines '{"id":"new","lang":"nl","body":"De koers stijgt."}'
  run nsearch alert run
  expect_status 0
  expect_line "\"batch\":\"$first\",\"sequence\":1,"
  [ "$(grep -c "\"$first\"" <<<"$output")" -eq 1 ]
  expect_line '"sequence":2,"id":"new"'
}

@test "of several shards each line names its own" {
  other="$BATS_TEST_TMPDIR/other.idx"
  printf '{"id":"b","lang":"nl","body":"De koers."}\n' >"$BATS_TEST_TMPDIR/b.jsonl"
  (cd "$BATS_TEST_TMPDIR" && nsearch index b.jsonl --index other.idx --quiet)
  unset NSEARCH_INDEX
  nsearch alert add a koers --from-start --index "$BATS_TEST_TMPDIR/test.idx" --index "$other"
  run nsearch alert run --index "$BATS_TEST_TMPDIR/test.idx" --index "$other"
  expect_told '{"version":1,"alert":"a","batch":"a:N","sequence":1,"shard":"..","id":"old","title":"Koers","lang":"nl","path":"lines.jsonl","record":1}
{"version":1,"alert":"a","batch":"a:N","sequence":1,"shard":"../../other.idx","id":"b","lang":"nl","path":"b.jsonl","record":1}'
}

@test "a line that was cut off by a kill stands by itself" {
  nsearch alert add a koers --from-start
  printf '{"version":1,"al' >"$BATS_TEST_TMPDIR/told"
  nsearch alert run >>"$BATS_TEST_TMPDIR/told"
  run cat "$BATS_TEST_TMPDIR/told"
  [ "${#lines[@]}" -eq 2 ]
  [ "${lines[0]}" = '{"version":1,"al' ]
  nsearch alert reset --from-start
  nsearch alert run >>"$BATS_TEST_TMPDIR/told"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/told")" -eq 3 ]
}

@test "what a reader that has gone did not get is told again" {
  nsearch alert add a koers --from-start
  nsearch alert add b Nvidia --from-start
  mkfifo "$BATS_TEST_TMPDIR/pipe"
  exec 7<>"$BATS_TEST_TMPDIR/pipe" 8>"$BATS_TEST_TMPDIR/pipe"
  exec 7>&-
  run bash -c '"$NSEARCH" alert run >&8'
  exec 8>&-
  [ "$status" -eq 141 ]
  run nsearch alert run
  expect_line '"alert":"a"'
  expect_line '"alert":"b"'
}

@test "output that can't be written is told again" {
  [ -w /dev/full ] || skip "there is no /dev/full"
  nsearch alert add a koers --from-start
  run bash -c '"$NSEARCH" alert run >/dev/full'
  expect_status 6
  run nsearch alert run
  expect_line '"id":"old"'
}

@test "the state may lie elsewhere" {
  nsearch alert add a koers --from-start --state "$BATS_TEST_TMPDIR/watch"
  [ -f "$BATS_TEST_TMPDIR/watch/alerts.json" ]
  run nsearch alert list
  expect_status 1
  run nsearch alert run --state "$BATS_TEST_TMPDIR/watch"
  expect_line '"id":"old"'
}

@test "every query over the whole index tells the same" {
  nsearch alert add a koers --from-start
  nsearch alert add b '"koers van" NEAR/3 Nvidia' --from-start
  cp -r "$NSEARCH_INDEX" "$BATS_TEST_TMPDIR/copy.idx"
  nsearch alert run | without_numbers >"$BATS_TEST_TMPDIR/quick"
  nsearch alert run --every-query --index "$BATS_TEST_TMPDIR/copy.idx" | without_numbers | cmp - "$BATS_TEST_TMPDIR/quick"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/quick")" -eq 2 ]
}

@test "an index made anew is noticed" {
  nsearch alert add a koers --state "$BATS_TEST_TMPDIR/watch"
  add_lines '{"id":"x","lang":"nl","body":"Nieuw."}'
  nsearch alert run --state "$BATS_TEST_TMPDIR/watch" || true
  rm -r "$NSEARCH_INDEX"
  add_lines '{"id":"y","lang":"nl","body":"De koers."}'
  run nsearch alert run --state "$BATS_TEST_TMPDIR/watch"
  expect_status 4
  expect_line 'nsearch alert reset'
  nsearch alert reset --from-start --state "$BATS_TEST_TMPDIR/watch"
  run nsearch alert run --state "$BATS_TEST_TMPDIR/watch"
  expect_line '"id":"y"'
}
