# Articles on the same story, in any language.
load helpers

setup_file() {
  load helpers
  make_corpora_index
}

@test "a story is found in other languages before anything else" {
  run nsearch related nl-tech-001 --limit 3 --format ids
  expect_status 0
  [ "${#lines[@]}" -eq 3 ]
  for id in de-001 en-tech-001 fr-tech-001; do expect_line "$id"; done
  run nsearch related fr-tech-002 --limit 1 --format ids
  expect nl-tech-002
  run nsearch related nl-tech-002 --limit 1 --format ids
  expect fr-tech-002
}

@test "--lang and --other-languages choose languages" {
  run nsearch related nl-tech-001 --lang fr --limit 1 --format ids
  expect fr-tech-001
  run nsearch related nl-tech-001 --other-languages --format ids
  expect_status 0
  expect_line fr-tech-001
  [[ "$output" != *nl-* ]]
  run nsearch related nl-tech-001 --limit 1 --format json
  expect_line '"article":{"id":"nl-tech-001"'
}

@test "dates narrow: --days around its own, --since and --until" {
  run nsearch related nl-tech-001 --days 1 --format ids
  expect_line fr-tech-001
  [[ "$output" != *nl-tech-002* ]]
  run nsearch related nl-tech-001 --since 2025-02 --until 2025-03 --format ids
  expect_line nl-tech-002
  [[ "$output" != *fr-tech-001* ]]
}

@test "--explain says which words tie them" {
  run nsearch related fr-tech-001 --lang nl --limit 1 --explain
  expect_status 0
  expect_line '1. OpenAI ziet sporen van destillatie bij DeepSeek, Nvidia verliest 600 miljard'
  expect_line 'by: '
  expect_line 'Nvidia'
  run nsearch related fr-tech-001 --lang nl --limit 1
  [[ "$output" != *'by: '* ]]
  run nsearch related fr-tech-001 --lang de --limit 1 --explain --format ndjson
  expect_line '"here":"Distillation","there":"Destillation","akin":true'
}

@test "a file that is not indexed has relatives" {
  run nsearch related --file "$NSEARCH_SOURCE/corpora/txt/destillatie-en-de-chipmarkt.txt" --other-languages --limit 2 --format ids
  expect_status 0
  expect_line en-tech-001
  run nsearch related --file - --format ids <<<'OpenAI en Nvidia: destillatie door DeepSeek, 16,86 procent'
  expect_line fr-tech-001
}

@test "an unknown id is an error with the nearest ones" {
  run nsearch related nl-tech-0
  expect_status 1
  expect_line 'no document has the id “nl-tech-0”'
  expect_line 'the nearest ids are “nl-tech-001”'
}

@test "bad usage" {
  run nsearch related
  expect_status 2
  expect_line 'no article was named'
  run nsearch related nl-tech-001 --file x.txt
  expect_status 2
  run nsearch related nl-tech-001 --limit 0
  expect_status 2
  run nsearch related nl-tech-001 --since someday
  expect_status 2
  run nsearch related --file /nowhere/at-all.txt
  expect_status 6
}

@test "the seed articles find each other first in the other language" {
  need_seed_articles "$BATS_TEST_TMPDIR/all.idx"
  nsearch index "$NSEARCH_SOURCE"/corpora/{fr,nl,en,other} --index "$BATS_TEST_TMPDIR/all.idx" --quiet
  seed="$NSEARCH_SHARED/data/seed-articles"
  # The corpora tell the same story once more in each language.
  run nsearch related "$seed/fr-000_7ea0a16fb53f076f.txt" --other-languages --limit 1 --format ids --index "$BATS_TEST_TMPDIR/all.idx"
  expect "$seed/nl-004_7c56c867d8941832.txt"
  run nsearch related "$seed/nl-004_7c56c867d8941832.txt" --other-languages --limit 1 --format ids --index "$BATS_TEST_TMPDIR/all.idx"
  expect "$seed/fr-000_7ea0a16fb53f076f.txt"
}
