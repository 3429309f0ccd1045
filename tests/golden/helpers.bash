# Loaded by every golden test: `nsearch` is the program under test, $work a folder of the test file's own.

nsearch() { "$NSEARCH" "$@"; }

# An index of the project's own articles, made once a file.
make_corpora_index() {
  nsearch index "$NSEARCH_SOURCE"/corpora/{fr,nl,en,other,txt,archive} --index "$BATS_FILE_TMPDIR/corpora.idx" --quiet
  export NSEARCH_INDEX="$BATS_FILE_TMPDIR/corpora.idx"
}

# Adds the two seed articles, or skips the test, visibly.
need_seed_articles() {
  [ -d "$NSEARCH_SHARED/data/seed-articles" ] || skip "no seed articles in $NSEARCH_SHARED"
  nsearch index "$NSEARCH_SHARED/data/seed-articles" --index "$1" --quiet
}

# expect TEXT: the output of the last `run` is exactly this.
expect() {
  if [ "$output" != "$1" ]; then
    printf 'expected:\n%s\ngot:\n%s\n' "$1" "$output" >&2
    return 1
  fi
}

# expect_line TEXT: some line of the output contains this.
expect_line() {
  grep -qF -- "$1" <<<"$output" || {
    printf 'no line with:\n%s\nin:\n%s\n' "$1" "$output" >&2
    return 1
  }
}

expect_status() {
  [ "$status" -eq "$1" ] || {
    printf 'expected exit code %s, got %s; output:\n%s\n' "$1" "$status" "$output" >&2
    return 1
  }
}
