# The query language from the command line: files, options, odd input.
load helpers

setup_file() { make_corpora_index; }

ids() { nsearch query --format ids --limit 100 "$@" | sort; }

@test "a query from a file has comments, line breaks and names" {
  cat >"$BATS_TEST_TMPDIR/watch.query" <<'Q'
# chips, in two languages
$chips = (Nvidia OR Deepseek)   # the makers
$how = (distillation OR destillatie)

$chips AND
$how
Q
  [ "$(ids --query-file "$BATS_TEST_TMPDIR/watch.query")" = "$(ids '(Nvidia OR Deepseek) AND (distillation OR destillatie)')" ]
  [ "$(ids --query-file - <"$BATS_TEST_TMPDIR/watch.query" | wc -l)" -gt 3 ]
  [ "$(nsearch count --query-file "$BATS_TEST_TMPDIR/watch.query")" -gt 3 ]
}

@test "a mistake in a query file is named by line and column" {
  run nsearch query --query-file - <<<$'# watch\n$a = (Nvidia\n  OR titel:x)\n$a'
  expect_status 2
  expect_line 'error: line 3, column 6: there is no field titel:'
  expect_line '  OR titel:x)'
  run nsearch query --query-file /nowhere/at/all
  expect_status 6
  expect_line '/nowhere/at/all'
  run nsearch query Nvidia --query-file -
  expect_status 2
}

@test "what the planner says of a query file has its line too" {
  run nsearch query --query-file - <<<$'Nvidia\nzzxqwv'
  expect_status 1
  expect_line 'hint: line 2, column 1: no document holds'
}

@test "--strict makes a hint an error" {
  run nsearch query 'Nvidia OR bourse AND koers' --format ids
  expect_status 0
  expect_line 'hint: '
  run nsearch query --strict 'Nvidia OR bourse AND koers' --format ids
  expect_status 2
  expect_line 'error: column 1: AND and OR are mixed without parentheses'
  run nsearch query --strict 'Nvidia AND zzxqwv' --format ids
  expect_status 2
  expect_line 'error: column 12: no document holds'
  run nsearch query --strict 'Nvidia' --format ids
  expect_status 0
}

@test "operators in French and Dutch are taken where they are asked for" {
  [ "$(ids --operators fr 'distillation ET Nvidia')" = "$(ids 'distillation AND Nvidia')" ]
  [ "$(ids --operators nl,fr 'Nvidia NIET distillation')" = "$(ids 'Nvidia NOT distillation')" ]
  run nsearch query 'distillation ET Nvidia' --format ids
  expect_line 'hint: column 14: ET is a word here'
  run nsearch query --operators de 'a UND b'
  expect_status 2
}

@test "dates in three languages, and relative ones" {
  march="$(ids 'date:2025-03')"
  [ -n "$march" ]
  [ "$(ids 'date:"mars 2025"')" = "$march" ]
  [ "$(ids 'date:"maart 2025"')" = "$march" ]
  [ "$(ids 'date:"1 March 2025..Mar 31,2025"')" = "$march" ]
  [ "$(ids 'after:2025-02 before:2025-04')" = "$march" ]
  run nsearch query 'date:3d' --format ids
  [ "$status" -le 1 ]
  run nsearch query 'after:2025..2026'
  expect_status 2
  expect_line 'expected: one date'
  [ "$(ids 'date:13/03/2025')" = "$(ids 'date:2025-03-13')" ]
  run nsearch query 'date:03/04/2025'
  expect_status 2
  expect_line 'is no date'
}

@test "a time zone moves the days, and must be one" {
  printf '{"id":"late","title":"Laat","body":"Een bericht.","date":"2025-03-12T23:30:00Z"}\n' >"$BATS_TEST_TMPDIR/late.jsonl"
  nsearch index "$BATS_TEST_TMPDIR/late.jsonl" --index "$BATS_TEST_TMPDIR/late.idx" --quiet
  run nsearch count --index "$BATS_TEST_TMPDIR/late.idx" 'date:2025-03-13'
  expect 0
  run nsearch count --index "$BATS_TEST_TMPDIR/late.idx" --timezone Europe/Brussels 'date:2025-03-13'
  expect 1
  run nsearch count --timezone Europe/Nowhere 'Nvidia'
  expect_status 2
  expect_line 'Europe/Nowhere'
}

@test "explain shows marks and relations" {
  run nsearch query 'title:Nvidia OR lang:fr^2' --explain --format text
  expect_line 'filter lang: fr (counts 2 times)'
}

@test "odd input is answered or refused, never a crash" {
  for odd in '' ' ' '()' '"' '(' ')' '"" ""' 'a" b' '🙂' '👍🏽 👨‍👩‍👧' 'שלום' 'مرحبا بالعالم' $'a\x01\x02\x7fb' $'\x1b[31mred' \
    '!!! ??? ...' '…' '- + =' '*' '?' '~' '^' '^2' '$' '#' '\' '\\' 'de het een' 'AND' 'NEAR/5' 'a NEAR/0 b' \
    'a NEAR/99999999999999999999 b' 'a^1e9' '~~~~' '****a' $'\xff\xfe' $'a\xe9' '＂a＂' $'\u200f\u202ea' 'date:' 'date:""' \
    'date:99999999y' 'date:0000-00-00' 'lang:"' 'id:' 'x:y' 'a:b:c' 'http://' '://' '\AND' '|| |' '&&' '& a'; do
    run nsearch query --query "$odd" --format ids
    [ "$status" -le 2 ] || { echo "exit $status for: $odd" >&2; return 1; }
    [ "$status" -ne 2 ] || [ -n "$output" ] || { echo "nothing said of: $odd" >&2; return 1; }
  done
}

@test "a query of stop words only, of punctuation only and of nothing" {
  run nsearch count 'de het een'
  expect_status 0
  run nsearch query --query '...' --format ids
  expect_line 'holds no word'
  run nsearch query --query-file - --format ids </dev/null
  [ "$status" -le 2 ]
}

@test "a term of more than 245 bytes is found, or not, but never an error" {
  long=$(printf 'x%.0s' $(seq 300))
  run nsearch query "$long" --format ids
  expect_status 1
  run nsearch query "=$long OR lang:$long" --format ids
  expect_status 2   # no language code
  run nsearch query "source:$long OR id:$long OR host:$long" --format ids
  expect_status 1
}

@test "a megabyte of parentheses, quotes, operators and words" {
  for piece in '(' ')' '"' 'NOT ' 'a NEAR/5 ' '$a ' '~' '^' '*' ; do
    head -c 1000000 < <(yes "$piece" | tr -d '\n') >"$BATS_TEST_TMPDIR/large"
    run nsearch query --query-file "$BATS_TEST_TMPDIR/large" --format ids
    [ "$status" -le 2 ] || { echo "exit $status for: $piece" >&2; return 1; }
    [ "${#output}" -lt 2000 ] || { echo "much said of: $piece" >&2; return 1; }
  done
}

@test "10,000 operands are parsed and run" {
  { for i in $(seq 10000); do printf 'w%s OR ' "$i"; done; echo Nvidia; } >"$BATS_TEST_TMPDIR/wide"
  [ "$(ids --query-file "$BATS_TEST_TMPDIR/wide" 2>/dev/null)" = "$(ids Nvidia)" ]
}
