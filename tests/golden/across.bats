# Queries across languages, by dictionaries of the test's own.
load helpers

setup_file() { make_corpora_index; }

setup() {
  cp -r "$BATS_FILE_TMPDIR/corpora.idx" "$BATS_TEST_TMPDIR/own.idx"
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/own.idx"
  unset NSEARCH_STATE
  printf 'distillation\tdestillatie|stokerij\nbaisse\tdaling\naction\taandeel|handeling\npomme de terre\taardappel\n' >"$BATS_TEST_TMPDIR/fra-nld.tsv"
}

import() { nsearch dictionary import "$BATS_TEST_TMPDIR/fra-nld.tsv" "$@"; }

@test "dictionaries are imported, listed and removed" {
  run nsearch dictionary list
  expect_status 1
  expect_line "no dictionaries are kept in"
  run import
  expect_status 0
  expect 'fra-nld: 4 words of fr with 6 translations into nl'
  run nsearch dictionary list
  expect 'fra-nld                  fr -> nl         4 words           6 translations'
  nsearch dictionary list --format json | grep -q '"dictionaries":\[{"name":"fra-nld","from":"fr","to":"nl","words":4,'
  run nsearch dictionary remove absent
  expect_status 1
  nsearch dictionary remove fra-nld
  run nsearch dictionary list
  expect_status 1
}

@test "a damaged line is told, and what is no dictionary refused" {
  printf 'no tab\nville\tstad\n' >"$BATS_TEST_TMPDIR/fra-nld.tsv"
  run import
  expect_status 0
  expect_line "left out: 1; the first: $BATS_TEST_TMPDIR/fra-nld.tsv, line 1: no tab"
  printf 'no tab\n' >"$BATS_TEST_TMPDIR/words.tsv"
  run nsearch dictionary import "$BATS_TEST_TMPDIR/words.tsv"
  expect_status 2
  expect_line 'its name does not say from which language into which'
  run nsearch dictionary import --from fr --to nl "$BATS_TEST_TMPDIR/words.tsv"
  expect_status 2
  expect_line 'no dictionary'
  run nsearch dictionary import "$BATS_TEST_TMPDIR/absent-fr-nl.tsv"
  expect_status 6
}

@test "a French word finds Dutch articles too, only if asked" {
  import
  own=$(nsearch count distillation)
  dutch=$(nsearch count 'distillation OR (destillatie lang:nl)')
  german=$(nsearch count 'distillation OR (destillation lang:de)')
  all=$(nsearch count 'distillation OR (destillatie lang:nl) OR (destillation lang:de)')
  [ "$dutch" -gt "$own" ] && [ "$all" -gt "$dutch" ]
  [ "$(nsearch count distillation --translate nl)" -eq "$dutch" ]
  [ "$(nsearch count distillation --translate de)" -eq "$german" ] # spelt alike, in no dictionary
  [ "$(nsearch count distillation --across)" -eq "$all" ]
  [ "$(nsearch count 'distillation AND Nvidia' --across --lang nl)" -gt 0 ]
}

@test "the other way, and inflected" {
  import
  [ "$(nsearch count destillatie --across --lang fr)" -eq "$(nsearch count distillation lang:fr)" ]
  [ "$(nsearch count baisses --across --lang nl)" -eq "$(nsearch count daling lang:nl)" ]
}

@test "quoted, exact and negated words, and those of proximity, are as written" {
  import
  for query in '"distillation"' '=distillation' 'distillation NEAR/50 modèles' 'distillatio*'; do
    [ "$(nsearch count "$query" --across)" -eq "$(nsearch count "$query")" ]
  done
}

@test "what was added is explained and marked" {
  import
  run nsearch query distillation --across --lang nl --explain -n 1
  expect_line 'translation nl: destil'
  [[ "$(nsearch query distillation --across --lang nl --format json --fields snippets,title_marked -n 1)" == *estillatie* ]]
  nsearch query distillation --across --lang nl --format json --explain -n 1 | grep -q '"role":"translation","language":"nl"'
}

@test "dictionaries in a folder of their own serve any index" {
  mkdir "$BATS_TEST_TMPDIR/desk"
  import --state "$BATS_TEST_TMPDIR/desk"
  run nsearch count distillation --across
  expect_status 2
  expect_line 'no dictionaries are kept beside the index'
  [ "$(nsearch count distillation --across --lang nl --state "$BATS_TEST_TMPDIR/desk")" -gt 0 ]
}

@test "a dictionary that is damaged is told, and the way out" {
  import
  printf 'xx' | dd of="$NSEARCH_INDEX/dictionaries/fra-nld.dict" bs=1 seek=40 conv=notrunc 2>/dev/null
  run nsearch query distillation --across
  expect_status 4
  expect_line 'the dictionary is damaged'
  expect_line 'import it again'
  run nsearch query distillation
  expect_status 0
}

@test "an installed dictionary of dict-freedict, by its languages" {
  [ -f /usr/share/dictd/freedict-fra-nld.index ] || skip "dict-freedict-fra-nld is not installed"
  run nsearch dictionary import fra-nld
  expect_status 0
  [[ "$output" == 'freedict-fra-nld: 9,'*' words of fr with '*' translations into nl'* ]]
  [ "$(nsearch count gouvernement --across --lang nl)" -gt "$(nsearch count gouvernement --lang nl)" ]
  run nsearch query gouvernement --across --lang nl --explain -n 1
  expect_line 'translation nl: regering'
}

@test "the seed articles: French words find the Dutch one, and say by which word" {
  need_seed_articles "$BATS_TEST_TMPDIR/seed.idx"
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/seed.idx"
  import
  printf 'distillation\tdestillatie\n' >"$BATS_TEST_TMPDIR/fra-nld.tsv"
  import
  run nsearch query 'distillation AND Nvidia' --across --format ids
  expect_status 0
  [ "${#lines[@]}" -eq 2 ]
  [[ "${lines[0]}" == *fr-000_7ea0a16fb53f076f.txt ]]
  [[ "${lines[1]}" == *nl-004_7c56c867d8941832.txt ]]
  nsearch query 'distillation AND Nvidia' --across --lang nl --color always | grep -q $'\x1b[^ ]*destillatie'
}

@test "a word that no dictionary has finds what is spelt alike, and says so" {
  need_seed_articles "$BATS_TEST_TMPDIR/seed.idx"
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/seed.idx"
  printf 'baisse\tdaling\n' >"$BATS_TEST_TMPDIR/fra-nld.tsv"
  import
  [ "$(nsearch count 'distillation AND Nvidia AND modèle' --across --lang nl)" -le 1 ]
  run nsearch query 'distillation' --across --lang nl --explain
  expect_line 'cognate nl: destillatie'
}

@test "the seed articles: so does a word of which a dictionary has other forms only" {
  for pair in fra-nld nld-fra fra-deu deu-nld; do
    [ -f /usr/share/dictd/freedict-$pair.index ] || skip "dict-freedict-$pair is not installed"
  done
  need_seed_articles "$BATS_TEST_TMPDIR/seed.idx"
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/seed.idx"
  nsearch dictionary import fra-nld nld-fra fra-deu deu-nld
  run nsearch query 'distillation AND Nvidia' --across --explain
  expect_status 0
  expect_line 'cognate nl: destillatie'
  run nsearch query 'distillation AND Nvidia' --across --format ids
  [ "${#lines[@]}" -eq 2 ]
  run nsearch query 'destillatie AND Nvidia' --across --format ids
  [ "${#lines[@]}" -eq 2 ]
}
