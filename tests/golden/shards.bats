# An index of several shards: making, changing, keeping and searching it; shards that are down.
load helpers

setup() {
  cd "$BATS_TEST_TMPDIR"
  export NSEARCH_INDEX="$BATS_TEST_TMPDIR/news.idx"
  for i in 1 2 3 4 5 6 7 8; do
    printf '{"id":"a%s","lang":"nl","title":"Bericht %s","body":"De regering viel op dag %s."}\n' $i $i $i
  done >x.jsonl
}

@test "index --shards: the same answers as without, and dumps alike" {
  nsearch index x.jsonl --quiet --index one.idx
  run nsearch index x.jsonl --shards 2
  expect_status 0
  expect_line '8 added, 0 updated'
  [ "$(cat news.idx/XAPIANDB)" = "auto shard-1-of-2
auto shard-2-of-2" ]
  nsearch dump --index one.idx >one
  nsearch dump | cmp - one
  for query in 'regering' 'viel NEAR/3 dag' 'title:bericht -5' 'dag*'; do
    nsearch query "$query" --format csv --fields id,score,title --index one.idx >expected
    nsearch query "$query" --format csv --fields id,score,title | cmp - expected
  done
  run nsearch index x.jsonl
  expect_line '0 added, 0 updated, 8 unchanged'
}

@test "an id is always in the same shard: shown, changed and deleted there" {
  nsearch index x.jsonl --shards 3 --quiet
  run nsearch show a5
  expect_line 'De regering viel op dag 5.'
  printf '{"id":"a5","lang":"nl","body":"De koning kwam."}\n' >y.jsonl
  run nsearch index y.jsonl
  expect_line '0 added, 1 updated'
  [ "$(nsearch query koning --format ids)" = a5 ]
  nsearch delete a5
  run nsearch query koning --format ids
  expect_status 1
  [ "$(nsearch count 'regering')" = 7 ]
  run nsearch check
  expect_status 0
}

@test "another number of shards is refused, with the way out" {
  nsearch index x.jsonl --shards 2 --quiet
  run nsearch index x.jsonl --shards 4
  expect_status 2
  expect_line 'has 2 shards, not 4'
  expect_line 'nsearch dump --index'
  nsearch dump | nsearch index - --input-format dump --shards 4 --index four.idx --quiet
  nsearch dump --index four.idx >four
  nsearch dump | cmp - four
  run nsearch index x.jsonl --shards 0
  expect_status 2
}

@test "compact, reindex, backup and info take all shards" {
  nsearch index x.jsonl --shards 2 --quiet
  nsearch dump >before
  run nsearch compact
  expect_status 0
  expect_line '8 documents'
  run nsearch reindex
  expect_status 0
  expect_line '8 documents indexed anew'
  run nsearch backup copy.idx
  expect_status 0
  expect_line '8 documents'
  nsearch dump --index copy.idx | cmp - before
  run nsearch info
  expect_line 'shard-1-of-2: '
  expect_line 'shard-2-of-2: '
  nsearch info --format json | grep -q '"shards":\[{"shard":'
}

@test "a shard that is down is an error that names it; with --partial the rest answers and says so" {
  command -v xapian-progsrv >/dev/null || skip "xapian-progsrv is not installed"
  nsearch index x.jsonl --shards 2 --quiet
  mkdir served
  printf 'remote :xapian-progsrv %s/shard-1-of-2\nremote 127.0.0.1:1\n' "$NSEARCH_INDEX" >served/XAPIANDB
  run nsearch query regering --index served
  expect_status 7
  expect_line 'served: its shard 127.0.0.1:1 can'"'"'t be reached: Connection refused'
  expect_line '--partial'
  nsearch query regering --partial --format ids --index served 2>said | sort >rest
  nsearch query regering --format ids --index news.idx/shard-1-of-2 | sort | cmp - rest
  grep -qF "partial: without the documents of 127.0.0.1:1: " said
  nsearch query regering --partial --format json --index served 2>/dev/null | grep -q '"missing_shards":\[{"shard":"127.0.0.1:1"'
  run nsearch index x.jsonl --index served
  expect_status 2
  expect_line 'can only be read'
}
