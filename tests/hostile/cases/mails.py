"""Mails and pages saved whole: endless parts and headers, bad letters, files outside."""

import base64

from corpus import ARTICLE, EITHER, STORY, given

from cases.archives import zipped

TEXT = "\n\n".join(STORY)
HEAD = "From: a@press.example\nTo: b@press.example\nSubject: Port\nDate: Mon, 02 Mar 2026 09:02:03 +0200\nMIME-Version: 1.0\n"


def mail(body, kind="text/plain; charset=utf-8", head=HEAD, more=""):
    """A mail of one part."""
    return f"{head}Content-Type: {kind}\n{more}\n{body}\n"


def parts(*inner, kind="mixed", boundary="B"):
    """A mail of several parts, each with its own headers."""
    joined = "".join(f"--{boundary}\n{one}\n" for one in inner)
    return mail(f"{joined}--{boundary}--", f"multipart/{kind}; boundary={boundary}")


def part(content, kind="text/plain", more=""):
    """A part."""
    return f"Content-Type: {kind}\n{more}\n{content}"


def attached(name, content, kind="application/octet-stream"):
    """An attached file."""
    more = (
        f'Content-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n'
    )
    return part(base64.encodebytes(content).decode(), kind, more)


def within(count):
    """Mails attached to mails."""
    made = mail(TEXT)
    for level in range(count):
        made = f"{HEAD}Content-Type: multipart/mixed; boundary=B{level}\n\n--B{level}\nContent-Type: message/rfc822\n\n{made}\n--B{level}--\n"
    return made


given("parts.eml", "10,000 parts", "more parts", parts(*[part("x")] * 10_000))
given(
    "attachments.eml",
    "300 attached files",
    EITHER,
    parts(part(TEXT), *[attached("a.txt", b"The port.")] * 300),
)
given("deep-parts.eml", "300 parts inside each other", "more parts|No article|no words",
      HEAD + "".join(f"Content-Type: multipart/mixed; boundary=B{n}\n\n--B{n}\n" for n in range(300)) + part(TEXT))  # fmt: skip
given("deep-mails.eml", "60 mails inside each other", EITHER, within(60))
given("deep-mails-many.eml", "600 mails inside each other", EITHER, within(600))
for charset in (
    "undefined",
    "idna",
    "punycode",
    "zlib",
    "rot13",
    "utf-7",
    "unicode_escape",
    "x" * 5_000,
    '"a b"',
    "mbcs",
    "%00",
):
    given(f"charset-{charset[:9].strip(chr(34)).replace('%', '')}.eml", f"letters in “{charset[:20]}”", EITHER,
          mail(TEXT + " né\xe9", f"text/plain; charset={charset}"))  # fmt: skip
given(
    "charset-nul.eml",
    "a character set with a zero byte",
    EITHER,
    mail(TEXT + "é", "text/plain; charset=a\x00b"),
)
given("charset-page.html", "a page in a character set that cannot be decoded", ARTICLE,
      f'<html><head><meta charset="undefined"></head><p>{TEXT}</p>'.encode() + b"\xe9" + b"</html>")  # fmt: skip
given("charset-export.html", "an export of a database in such a set", EITHER,
      b'<html><head><meta charset="idna"><title>Factiva</title></head><div class="article enArticle">Caf\xe9</div></html>')  # fmt: skip
given("injection.eml", "headers inside a header", ARTICLE,
      mail(TEXT, head=HEAD.replace("Port", "=?utf-8?q?Port=0D=0ABcc=3A_x=40y.example=0D=0A=0D=0A<script>?=")),
      holds="Varna")  # fmt: skip
given("header.eml", "a header of 5 MB", EITHER, mail(TEXT, head=HEAD + f"X-A: {'a' * 5_000_000}\n"))
given("headers.eml", "200,000 headers", EITHER, mail(TEXT, head=HEAD + "X-A: b\n" * 200_000))
given(
    "recipients.eml",
    "50,000 recipients",
    ARTICLE,
    mail(TEXT, head=HEAD + f"Cc: {', '.join(['x@y.example'] * 50_000)}\n"),
)
given(
    "folded.eml",
    "a subject folded 100,000 times",
    EITHER,
    mail(TEXT, head=HEAD.replace("Port", "Port" + "\n =?utf-8?q?a?=" * 100_000)),
)
given(
    "sender.eml",
    "a sender of quotes without end",
    EITHER,
    mail(TEXT, head=HEAD.replace("From: a@press.example", "From: " + '"' * 100_000 + " " * 50_000)),
)
given("name-pieces.eml", "a file name in 3,000 pieces", EITHER, parts(part(TEXT), part(
    "x", more="Content-Disposition: attachment;" + "".join(f"\n filename*{n}=a;" for n in range(3_000)) + "\n")))  # fmt: skip
given("name-letters.eml", "a file name in letters nobody knows", EITHER, parts(part(TEXT), part(
    "x", more="Content-Disposition: attachment; filename*=undefined''a%ff.txt\n")))  # fmt: skip
given("traversal.eml", "attached files whose names climb", ARTICLE, lambda a: parts(
    part(TEXT), attached(f"../../../{a.secret}", TEXT.encode()), attached("..\\..\\x.txt\u202e", TEXT.encode())), holds="Varna")  # fmt: skip
given(
    "bomb.eml",
    "an attached zip bomb",
    ARTICLE,
    lambda _: parts(part(TEXT), attached("a.zip", zipped([("a.txt", b"0" * (8 << 20))]))),
    holds="Varna",
)
given("outside.eml", "a body that lies in a file or on a server", EITHER, lambda a: parts(
    part(TEXT), part("", f'message/external-body; access-type=local-file; name="{a.secret}"'),
    part("", f'message/external-body; access-type=URL; URL="{a.server}"')))  # fmt: skip
given("remote.eml", "a body with pictures and styles of a server", ARTICLE, lambda a: mail(
    f'<html><body background="{a.server}/b"><img src="{a.server}/i.png"><link rel=stylesheet href="{a.server}/c.css">'
    f"<p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>", "text/html"), holds="Varna")  # fmt: skip
given(
    "boundary.eml",
    "a boundary of nothing",
    EITHER,
    mail("--\n--\n" * 500 + TEXT, 'multipart/mixed; boundary=""'),
)
given(
    "boundary-long.eml",
    "a boundary of 100,000 characters",
    EITHER,
    mail(TEXT, f"multipart/mixed; boundary={'b' * 100_000}"),
)
given(
    "base64.eml",
    "base64 that is none",
    EITHER,
    mail("=" * 50_000 + "A" + "\xe9" * 99, more="Content-Transfer-Encoding: base64\n"),
)
given(
    "quoted.eml",
    "quoted-printable of nothing but signs",
    EITHER,
    mail("=" * 500_000, more="Content-Transfer-Encoding: quoted-printable\n"),
)
given(
    "uu.eml",
    "uuencoded rubbish",
    EITHER,
    mail("begin 644 x\n" + "M" * 70_000 + "\n", more="Content-Transfer-Encoding: x-uuencode\n"),
)
given(
    "date.eml",
    "a date beyond all calendars",
    ARTICLE,
    mail(TEXT, head=HEAD.replace("2026 09:02:03 +0200", "99999 99:99:99 +9999999")),
)
given(
    "parameters.eml",
    "a type with 50,000 parameters",
    EITHER,
    mail(TEXT, "text/plain" + "; a=b" * 50_000),
)


def saved(page, address="https://courier.example/1", more=()):
    """A page saved whole."""
    head = f"From: <Saved by Blink>\nSnapshot-Content-Location: {address}\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n"
    inner = [f"Content-Type: text/html\nContent-Location: {address}\n\n{page}", *more]
    return head + "\n" + "".join(f"--B\n{one}\n" for one in inner) + "--B--\n"


PAGE = f"<html><head><title>Port</title></head><body><h1>Port</h1><p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>"
given(
    "file.mhtml",
    "a page that says it is the secret",
    ARTICLE,
    lambda a: saved(PAGE, a.secret.as_uri()),
    holds="Varna",
    never=("file://",),
)
given("frames.mhtml", "frames in a circle and of files", ARTICLE, lambda a: saved(
    PAGE.replace("<h1>", f'<iframe src="cid:1"></iframe><iframe src="{a.secret.as_uri()}"></iframe><h1>'), more=[
        'Content-Type: text/html\nContent-ID: <1>\n\n<iframe src="cid:1"></iframe>']), holds="Varna")  # fmt: skip
given(
    "parts.mhtml",
    "10,000 pictures",
    "more parts",
    saved(PAGE, more=["Content-Type: image/png\n\nx"] * 10_000),
)
given("entities.mhtml", "a document type with entities", EITHER, lambda a: saved(
    f'<!DOCTYPE html [<!ENTITY e SYSTEM "{a.secret.as_uri()}">]>' + PAGE.replace("Monday", "&e;")))  # fmt: skip
