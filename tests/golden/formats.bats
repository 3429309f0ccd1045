# What each format gives: the documents that are printed, and what is said of the rest.
bats_require_minimum_version 1.5.0
load helpers

setup() { cd "$BATS_TEST_TMPDIR"; }

# extract_of ARGUMENT...: runs `nsearch extract --quiet`, with the documents in $output and what is said in $stderr
extract_of() { run --separate-stderr "$NSEARCH" extract --quiet "$@"; }

page() {
  cat <<'HTML'
<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Haven van Gent groeit opnieuw | De Bode</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Haven van Gent groeit opnieuw",
"datePublished":"2025-03-13T09:30:00+01:00","author":{"@type":"Person","name":"An Peeters"},"publisher":{"name":"De Bode"}}</script>
<link rel="canonical" href="https://bode.example/haven"></head>
<body><nav><a href="/">Voorpagina</a> <a href="/sport">Sport</a></nav>
<div class="cookie-banner">Wij gebruiken cookies. <button>Aanvaarden</button></div>
<article><h1>Haven van Gent groeit opnieuw</h1>
<p>De haven van Gent verwerkte vorig jaar meer goederen dan ooit, zo blijkt uit de cijfers van het havenbedrijf.</p>
<p>Vooral de overslag van graan en staal nam toe, zegt de directeur, die ook dit jaar op groei rekent.</p></article>
<aside class="related"><ul><li><a href="/a">Lees ook: de haven in cijfers</a></li></ul></aside>
<footer>© De Bode</footer></body></html>
HTML
}

@test "a web page: the article and what the page says of it, nothing around it" {
  page >haven.html
  extract_of haven.html
  expect_status 0
  expect '{"id":"https://bode.example/haven","url":"https://bode.example/haven","title":"Haven van Gent groeit opnieuw","body":"De haven van Gent verwerkte vorig jaar meer goederen dan ooit, zo blijkt uit de cijfers van het havenbedrijf.\nVooral de overslag van graan en staal nam toe, zegt de directeur, die ook dit jaar op groei rekent.","lang":"nl","date":"2025-03-13T09:30:00+01:00","author":"An Peeters","source":"De Bode"}'
}

@test "a feed: each entry, with HTML inside, and the one without text rejected by its line" {
  cat >nieuws.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>La Gazette</title><language>fr</language>
<item><title>La ville vote son budget</title><link>https://gazette.example/budget</link><guid>https://gazette.example/budget</guid>
<pubDate>Thu, 13 Mar 2025 09:30:00 +0100</pubDate><dc:creator>Marie Dupont</dc:creator><category>Politique</category>
<content:encoded><![CDATA[<p>Le conseil a vot&eacute; le <b>budget</b>.</p><p>Deux &amp; trois.</p>]]></content:encoded></item>
<item><link>https://gazette.example/vide</link></item>
</channel></rss>
XML
  extract_of nieuws.xml --rejects rejects
  expect_status 3
  expect '{"id":"https://gazette.example/budget","url":"https://gazette.example/budget","title":"La ville vote son budget","body":"Le conseil a voté le budget.\nDeux & trois.","lang":"fr","date":"2025-03-13T08:30:00Z","author":"Marie Dupont","source":"La Gazette","category":"Politique"}'
  place=$(grep -bo '<item><link>https://gazette.example/vide' nieuws.xml)
  [ "$(<rejects)" = '{"path":"nieuws.xml","line":7,"byte":'"${place%%:*}"',"id":"https://gazette.example/vide","reason":"no text in it"}' ]
}

@test "a NewsML-G2 message: the text is a document, the picture is named" {
  cat >wire.xml <<'XML'
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:agence.example:20250313:budget" version="2" xml:lang="fr"><itemMeta><itemClass qcode="ninat:text"/>
<provider><name>Agence</name></provider><firstCreated>2025-03-13T09:30:00+01:00</firstCreated></itemMeta>
<contentMeta><headline>La ville vote son budget</headline><creator><name>Marie Dupont</name></creator><language tag="fr"/>
<subject qcode="medtop:11000000"><name>Politique</name></subject></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>
<p>Le conseil a voté le budget.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:agence.example:20250313:photo"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
</itemSet></newsMessage>
XML
  run --separate-stderr "$NSEARCH" extract wire.xml
  expect_status 0
  expect '{"id":"urn:newsml:agence.example:20250313:budget","title":"La ville vote son budget","body":"Le conseil a voté le budget.","lang":"fr","date":"2025-03-13T09:30:00+01:00","author":"Marie Dupont","source":"Agence","subject":"Politique"}'
  [[ "$stderr" == *'picture'*'1 documents, 0 rejected, 1 files'* ]] || [[ "$stderr" == *'picture'*'1 document, 0 rejected, 1 file'* ]]
}

@test "a web archive: pages with status 200, chunked and compressed ones too, by record" {
  page >haven.html
  python3 - <<'PYTHON'
import gzip
page = open("haven.html", "rb").read()
def record(kind, uri, block):
    return ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-04-01T00:00:00Z\r\nContent-Length: %d\r\n\r\n"
            % (kind, uri, len(block))).encode() + block + b"\r\n\r\n"
def answer(status, head, body):
    return ("HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\n%s\r\n" % (status, head)).encode() + body
packed = gzip.compress(page)
chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
records = [
    record("warcinfo", "x", b"software: none"),
    record("request", "http://bode.example/h", b"GET /h HTTP/1.1\r\n\r\n"),
    record("response", "http://bode.example/h", answer("200 OK", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked)),
    record("response", "http://bode.example/weg", answer("404 Not Found", "", b"<p>Weg</p>")),
    record("response", "http://bode.example/leeg", answer("200 OK", "", b"<html></html>")),
]
with open("crawl.warc.gz", "wb") as out:
    for r in records: out.write(gzip.compress(r))
PYTHON
  extract_of crawl.warc.gz --rejects rejects
  expect_status 3
  [ "${#lines[@]}" -eq 1 ]
  expect_line '"id":"http://bode.example/h","url":"https://bode.example/haven","title":"Haven van Gent groeit opnieuw"'
  python3 -c '
import json
r = [json.loads(l) for l in open("rejects")]
assert [(x["path"], x["line"], x["id"], x["reason"]) for x in r] == [("crawl.warc.gz", 5, "http://bode.example/leeg", "no text in the page")], r'
}

@test "a zip in a tar, with names that lead elsewhere: read in memory, never written" {
  page >haven.html
  python3 - <<'PYTHON'
import io, tarfile, zipfile
packed = io.BytesIO()
with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as z:
    z.write("haven.html", "../../buiten.html")
    z.writestr("/tmp/nsearch-golden-absolute.txt", "Een kop\n\nEen tekst.\n")
with tarfile.open("wire.tar", "w") as t:
    info = tarfile.TarInfo("../pages.zip"); info.size = len(packed.getvalue())
    t.addfile(info, io.BytesIO(packed.getvalue()))
PYTHON
  rm haven.html
  before=$(find . | sort)
  run "$NSEARCH" extract --quiet wire.tar
  expect_status 0
  [ "$(find . | sort)" = "$before" ]
  [ ! -e ../pages.zip ] && [ ! -e ../../buiten.html ]
  [ ! -e /tmp/nsearch-golden-absolute.txt ]
  [ "$(python3 -c 'import json,sys; [print(d["id"], d["title"]) for d in map(json.loads, sys.stdin)]' <<<"$output")" = \
    'https://bode.example/haven Haven van Gent groeit opnieuw
wire.tar!/../pages.zip!//tmp/nsearch-golden-absolute.txt Een kop' ]
}

@test "a table: usual names of columns, further ones as fields, rows rejected by line and byte" {
  printf 'Titre;Texte;Datum;Rubriek\r\n"Un; titre";"Ligne une\r\nligne ""deux""";13/03/2025;Sport\r\nVide;;;\r\n' >table.csv
  extract_of table.csv --rejects rejects
  expect_status 3
  expect '{"id":"table.csv#2","title":"Un; titre","body":"Ligne une\nligne \"deux\"","date":"2025-03-13","Rubriek":"Sport"}'
  [ "$(<rejects)" = '{"path":"table.csv","line":4,"byte":85,"reason":"body: empty"}' ]
}

@test "Markdown: front matter, and text without marks" {
  printf -- '---\ntitle: "De haven"\nauthor: [An Peeters, Jan Maes]\ndate: 13 maart 2025\ntags: [haven, Gent]\n---\n\nDe *haven* van [Gent](https://gent.example) &eacute;n het kanaal.\n\n- graan\n- staal\n' >haven.md
  extract_of haven.md
  expect_status 0
  expect '{"id":"haven.md","title":"De haven","body":"De haven van Gent én het kanaal.\ngraan\nstaal","date":"2025-03-13","author":"An Peeters, Jan Maes","tags":["haven","Gent"]}'
}

@test "legacy charsets are read, and said" {
  printf "L'\xe9t\xe9 indien\n\nLe prix est pass\xe9 \xe0 3 \x80 cette ann\xe9e, malgr\xe9 les promesses.\n" >ete.txt
  printf 'Kop\n\nDe burgemeester is hier.\n' | iconv -t UTF-16LE >kop.txt
  run --separate-stderr "$NSEARCH" extract ete.txt kop.txt
  expect_status 0
  expect "{\"id\":\"ete.txt\",\"title\":\"L'été indien\",\"body\":\"Le prix est passé à 3 € cette année, malgré les promesses.\"}
{\"id\":\"kop.txt\",\"title\":\"Kop\",\"body\":\"De burgemeester is hier.\"}"
  [[ "$stderr" == *'ete.txt'*indows-1252* ]]
  [[ "$stderr" == *'kop.txt'*UTF-16LE* ]]
}

@test "a date in the future or before 1600 is doubted, and said" {
  printf '{"id":"a","body":"x","date":"2999-01-01"}\n{"id":"b","body":"x","date":"13 mars 1515"}\n{"id":"c","body":"x","date":"13. März 2025"}\n' >dates.jsonl
  run --separate-stderr "$NSEARCH" extract dates.jsonl
  expect_status 0
  expect '{"id":"a","body":"x"}
{"id":"b","body":"x"}
{"id":"c","body":"x","date":"2025-03-13"}'
  [[ "$stderr" == *'dates.jsonl:1: '*2999-01-01* ]]
  [[ "$stderr" == *'dates.jsonl:2: '*1515* ]]
}

@test "a format can be forced, and what no format recognises is named" {
  printf '<p>Geen pagina, maar tekst.</p>\n' >tekst
  extract_of tekst
  expect_status 3
  extract_of tekst --input-format text
  expect_status 0
  expect_line 'Geen pagina'
  head -c 2000 /dev/zero >niets.bin
  extract_of niets.bin --rejects rejects
  expect_status 3
  grep -q '"path":"niets.bin"' rejects
}
