# Help, versions, and the commands that need no query.
load helpers

setup_file() { make_corpora_index; }

@test "version and help" {
  run nsearch --version
  expect_status 0
  [[ "$output" =~ ^nsearch\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
  for command in index query count show delete info languages analyze; do
    run nsearch "$command" --help
    expect_status 0
    expect_line "Examples:"
  done
}

@test "bad usage ends with 2" {
  for arguments in '' 'nonsense' 'query' 'query x --format nonsense' 'query x --op xor' 'index' 'show' 'delete'; do
    # shellcheck disable=SC2086
    run nsearch $arguments
    expect_status 2
  done
}

@test "show prints a document whole" {
  run nsearch show fr-tech-001
  expect_status 0
  expect_line 'lang: fr'
  expect_line 'Nvidia'
  nsearch show fr-tech-001 --format json | python3 -c '
import json, sys
d = json.loads(sys.stdin.read())
assert d["id"] == "fr-tech-001" and d["lang"] == "fr" and len(d["body"]) > 300, d
assert d["spans"][0]["begin"] == 0 and d["spans"][-1]["end"] == len(d["body"].encode()), d["spans"]'
  run nsearch show nowhere
  expect_status 1
}

@test "info counts documents and languages" {
  run nsearch info
  expect_status 0
  expect_line 'documents    95'
  nsearch info --format json | python3 -c '
import json, sys
i = json.load(sys.stdin)
assert i["documents"] == 95 and i["format"] == 1, i
by = {l["lang"]: l for l in i["languages"]}
assert by["fr"]["documents"] >= 34 and len(by["fr"]["fingerprint"]) == 16, by'
}

@test "languages lists French and Dutch" {
  run nsearch languages
  expect_status 0
  expect_line 'French'
  expect_line 'Dutch'
  [ "${#lines[@]}" -ge 25 ]
}

@test "analyze makes the chain visible" {
  nsearch analyze --lang fr --format json "L'IA d’Openai" | python3 -c '
import json, sys
t = json.load(sys.stdin)["tokens"]
assert [(x["surface"], x["begin"], x["end"], x["position"]) for x in t] == [("ia", 2, 4, 1), ("openai", 9, 15, 2)], t'
  run nsearch analyze --lang nl dalingen
  expect_status 0
  expect_line 'daling'
}

@test "the index comes from NSEARCH_INDEX, --index wins" {
  run nsearch info --index "$BATS_TEST_TMPDIR/nowhere"
  expect_status 4
}

@test "analyze --steps shows what each step does" {
  run nsearch analyze --lang nl --steps "'s avonds de aandelenkoersen van Deepseek-V3"
  expect_status 0
  expect "language nl
s
  normalised      s
  stop word       s
  Snowball        s
  stem            s
avonds
  normalised      avonds
  rules           avond
  stem            avond
de
  normalised      de
  stop word       de
  rules           de
  stem            de
aandelenkoersen
  normalised      aandelenkoersen
  rules           aandelenkoers
  stem            aandelenkoers
  compound part   aandelen
  rules           aandel
  stem            aandel
  compound part   koersen
  rules           koers
  stem            koers
van
  normalised      van
  stop word       van
  rules           van
  stem            van
Deepseek
  normalised      deepseek
  override        deepseek
  stem            deepseek
  joined          deepseekv3
V3
  normalised      v3
  Snowball        v3
  stem            v3"
  nsearch analyze --lang fr --steps --format json "L’IA" | python3 -c '
import json, sys
j = json.load(sys.stdin)
assert j["steps"] == [{"begin": 4, "end": 6, "steps": [
    {"step": "elided", "result": "L’"}, {"step": "normalised", "result": "ia"},
    {"step": "Snowball", "result": "ia"}, {"step": "stem", "result": "ia"}]}], j["steps"]'
}
