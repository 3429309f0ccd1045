# The main job: boolean and ranked queries over articles in several languages.
load helpers

setup_file() { make_corpora_index; }

@test "distillation AND Nvidia finds the French and English articles" {
  run nsearch query 'distillation AND Nvidia' --format ids --limit 50
  expect_status 0
  for id in fr-tech-001 fr-tech-002 en-tech-001 en-tech-002; do expect_line "$id"; done
  ! grep -q 'fr-tech-005' <<<"$output"   # gin is distilled there, Nvidia not named
}

@test "destillatie AND Nvidia finds the Dutch articles" {
  run nsearch query 'destillatie AND Nvidia' --format ids --limit 50
  expect_status 0
  for id in nl-tech-001 nl-tech-002; do expect_line "$id"; done
}

@test "words may be given without quotes" {
  nsearch query 'distillation AND Nvidia' --format ids >"$BATS_TEST_TMPDIR/a"
  nsearch query distillation AND Nvidia --format ids >"$BATS_TEST_TMPDIR/b"
  diff "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b"
  [ -s "$BATS_TEST_TMPDIR/a" ]
}

@test "nothing found ends with 1" {
  run nsearch query 'zzxqwv' --format ids
  expect_status 1
}

@test "a malformed query ends with 2 and shows where" {
  run nsearch query '(distillation AND'
  expect_status 2
  expect_line 'error: '
  expect_line '^'
}

@test "an unknown field is named, with the nearest one" {
  run nsearch query 'titel:nvidia'
  expect_status 2
  expect_line 'title'
}

@test "a query that begins with a minus" {
  run nsearch query --query '-lang:fr Nvidia' --format ids --limit 50
  expect_status 0
  expect_line nl-tech-001
  ! grep -q '^fr-' <<<"$output"
  run nsearch query --format ids --limit 50 -- '-lang:fr Nvidia'
  expect_status 0
  expect_line nl-tech-001
}

@test "a pasted headline just works with --plain" {
  run nsearch query --plain 'Chine: R&D, OpenAI -gegevens' --format ids
  expect_status 0
  [ "${#lines[@]}" -ge 5 ]
}

@test "paging neither repeats nor leaves out" {
  nsearch query 'lang:nl' --format ids --limit 40 >"$BATS_TEST_TMPDIR/whole"
  for offset in 0 10 20 30; do nsearch query 'lang:nl' --format ids --limit 10 --offset $offset || true; done >"$BATS_TEST_TMPDIR/pages"
  diff "$BATS_TEST_TMPDIR/whole" "$BATS_TEST_TMPDIR/pages"
  [ "$(sort -u "$BATS_TEST_TMPDIR/whole" | wc -l)" -ge 33 ]
}

@test "json has a version, a total, marks and snippets" {
  nsearch query 'destillatie AND Nvidia' --format json | python3 -c '
import json, sys
r = json.load(sys.stdin)
assert r["version"] == 1, r
assert r["total"]["exact"] and r["total"]["estimate"] == len(r["hits"]), r["total"]
for h in r["hits"]:
    assert {"rank", "score", "id", "lang", "snippets"} <= h.keys(), h.keys()
marked = [s["text"].encode()[b:e].decode().lower() for h in r["hits"] for s in h["snippets"] for b, e in s["marks"]]
assert any("nvidia" in m for m in marked) and any(m.startswith("destill") for m in marked), marked'
}

@test "ndjson is one value a line" {
  nsearch query 'Nvidia' --format ndjson --limit 3 | python3 -c '
import json, sys
rows = [json.loads(l) for l in sys.stdin]
assert [r["rank"] for r in rows] == [1, 2, 3], rows'
}

@test "a batch makes a TREC run" {
  printf 'q1\tdistillation Nvidia\nq2\taandelenkoersen\n' >"$BATS_TEST_TMPDIR/queries.tsv"
  run nsearch query --plain --batch "$BATS_TEST_TMPDIR/queries.tsv" --format trec --limit 2 --run mine
  expect_status 0
  [[ "${lines[0]}" =~ ^q1\ Q0\ [^\ ]+\ 1\ [0-9.]+\ mine$ ]]
  [ "$(grep -c '^q2 ' <<<"$output")" -ge 1 ]
}

@test "no colour in a pipe, colour when asked, none by NO_COLOR" {
  run nsearch query 'Nvidia'
  ! grep -q $'\x1b' <<<"$output"
  run nsearch query 'Nvidia' --color always
  grep -q $'\x1b\[1;31mNvidia' <<<"$output"
}

@test "explain shows the terms in each language with their frequencies" {
  run nsearch query 'distillation' --explain
  expect_status 0
  expect_line 'stem fr: distill'
  expect_line 'surface: distillation'
}

@test "count, and pure negation" {
  run nsearch count 'lang:fr'
  expect 34
  all=$(nsearch count 'NOT zzxqwv' 2>/dev/null)
  without=$(nsearch count 'NOT lang:fr')
  [ "$((all - 34))" -eq "$without" ]
}

@test "several indexes are searched as one" {
  nsearch index "$NSEARCH_SOURCE/corpora/fr" --index "$BATS_TEST_TMPDIR/fr.idx" --quiet
  nsearch index "$NSEARCH_SOURCE/corpora/nl" --index "$BATS_TEST_TMPDIR/nl.idx" --quiet
  run nsearch query Nvidia --index "$BATS_TEST_TMPDIR/fr.idx" --index "$BATS_TEST_TMPDIR/nl.idx" --format ids --limit 50
  expect_status 0
  expect_line fr-tech-001
  expect_line nl-tech-001
}

@test "accents, case, apostrophes and normal forms don't matter" {
  for pair in 'économie=economie' "l'IA=IA" 'OpenAI=openai' "d’OpenAI=openai" $'e\xcc\x81conomie=économie'; do
    [ "$(nsearch count "${pair%%=*}")" = "$(nsearch count "${pair##*=}")" ]
    [ "$(nsearch count "${pair##*=}")" -gt 0 ]
  done
}

@test "a misspelled word: did you mean, on standard error" {
  run nsearch query nvidai --format ids
  expect_status 1
  expect_line 'did you mean: nvidia ('
  [ -z "$(nsearch query nvidai --format ids 2>/dev/null)" ]
  nsearch query nvidai --format json 2>/dev/null | grep -q '"suggestions":\[{"query":"nvidia","documents":[1-9]'
}

@test "wildcards and fuzzy words" {
  [ "$(nsearch count 'nvid*')" -eq "$(nsearch count nvidia)" ]
  [ "$(nsearch count '*vidia')" -eq "$(nsearch count nvidia)" ]
  [ "$(nsearch count 'nvidai~')" -eq "$(nsearch count nvidia)" ]
  run nsearch query 'nvid*' --explain -n 1
  expect_line 'wildcard: nvidia'
}

@test "synonyms for one query, and kept beside the index" {
  printf 'Nvidia = distributeur\n' >"$BATS_TEST_TMPDIR/syn.txt"
  both=$(nsearch count 'Nvidia OR distributeur')
  [ "$both" -gt "$(nsearch count Nvidia)" ]
  [ "$(nsearch count Nvidia --synonyms "$BATS_TEST_TMPDIR/syn.txt")" -eq "$both" ]
  cp -r "$NSEARCH_INDEX" "$BATS_TEST_TMPDIR/own.idx"
  run nsearch synonyms --index "$BATS_TEST_TMPDIR/own.idx"
  expect_status 1
  nsearch synonyms --import "$BATS_TEST_TMPDIR/syn.txt" --index "$BATS_TEST_TMPDIR/own.idx"
  [ "$(nsearch synonyms --index "$BATS_TEST_TMPDIR/own.idx")" = 'Nvidia = distributeur' ]
  [ "$(nsearch count Nvidia --index "$BATS_TEST_TMPDIR/own.idx")" -eq "$both" ]
  nsearch synonyms --remove --index "$BATS_TEST_TMPDIR/own.idx"
  [ "$(nsearch count Nvidia --index "$BATS_TEST_TMPDIR/own.idx")" -lt "$both" ]
  printf 'a = b\nc\n' >"$BATS_TEST_TMPDIR/bad.txt"
  run nsearch synonyms --import "$BATS_TEST_TMPDIR/bad.txt" --index "$BATS_TEST_TMPDIR/own.idx"
  expect_status 2
  expect_line 'bad.txt, line 2: no equals sign'
}
