# The two real articles that the project starts from.
load helpers

setup() {
  need_seed_articles "$BATS_TEST_TMPDIR/seed.idx"
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/seed.idx"
}

found() { nsearch query "$1" --format ids; }

@test "French words find the French article" {
  for query in 'distillation AND Nvidia' distillation IA "l'IA" 'modele AND formation'; do
    run found "$query"
    expect_status 0
    [[ "$output" == *fr-000_7ea0a16fb53f076f.txt ]]
  done
}

@test "Dutch words find the Dutch article" {
  for query in 'destillatie AND Nvidia' dalingen aandelenkoersen '16,86%' '16.86' '"600 miljard"' 'gegevens AND Microsoft'; do
    run found "$query"
    expect_status 0
    [[ "$output" == *nl-004_7c56c867d8941832.txt ]]
  done
}

@test "openai finds both, however it is written" {
  for query in openai OpenAI "d’Openai" "OpenAI's" 'Deepseek-V3' 'deepseek v3' 'deepseekv3'; do
    run found "$query"
    expect_status 0
    [ "${#lines[@]}" -eq 2 ]
  done
}

@test "each is indexed in its own language" {
  [ "$(nsearch count lang:fr)" = 1 ]
  [ "$(nsearch count lang:nl)" = 1 ]
}

@test "what stands around them is metadata" {
  [[ "$(nsearch query 'author:Aria AND date:2025-03-13' --format ids)" = */nl-004_* ]]
  [[ "$(nsearch query 'category:Nouvelles' --format ids)" = */fr-000_* ]]
  [[ "$(nsearch query 'credit:"Andrey Rudakov/Bloomberg via Getty -afbeeldingen"' --format ids)" = */nl-004_* ]]
  nsearch query 'lang:fr' --format ndjson --fields title | grep -q '"title":"Chatgpt Maker soupçonne'
}

@test "a space before a hyphen doesn't hide a compound" {
  for query in OpenAI-gegevens 'AI-modellen' '"AI-modeloperatie"' 'Getty-afbeeldingen' 'Rudakov'; do
    [[ "$(nsearch query "$query" --format ids)" = */nl-004_* ]] || { echo "$query" >&2; return 1; }
  done
}
