import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { foldDiagnostics } from "../../src/diagnostics/fold-diagnostics.ts";
import { readMarkup } from "../../src/markup/markup.ts";
import { WORDING } from "../support/wording.ts";
import { RESOLVER, read } from "./reading.ts";

/** The codes of this kind, with how the hosts of them read. */
function codesOf(body: string, language = "en"): string[] {
  const page = { path: "a.md", body, bodyLine: 1, header: { title: "" }, language };
  const normalise: typeof RESOLVER = {
    ...RESOLVER,
    resolveLink: (address) =>
      /^(?:https?|mailto):/.test(address)
        ? { kind: "external", url: new URL(address).href }
        : RESOLVER.resolveLink(address),
  };
  return readMarkup(page, normalise, WORDING)
    .diagnostics.filter(({ code }) => code.startsWith("MRK08"))
    .map(({ code }) => code);
}

describe("signs that turn the order of letters", () => {
  for (const [name, body, expected] of [
    ["an override, even a closed one", "see \u202Egnp.exe\u202C here", ["MRK080"]],
    ["an override as a character reference", "see &#x202E;gnp.exe here", ["MRK080"]],
    ["an isolate that is never closed", "a \u2067b", ["MRK080"]],
    ["a sign that closes nothing", "a\u2069 b", ["MRK080"]],
    ["pairs that cross", "\u2067a \u202Bb\u2069 c\u202C", ["MRK080"]],
    ["in a link's text", "[\u202Egro.doog](https://good.org)", ["MRK080"]],
    ["in code", "```\nif (a) {\u202E } // b\n```", ["MRK080"]],
    ["in a cell", "|a|b|\n|-|-|\n|c|\u202Ed|", ["MRK080"]],
    ["in a footnote", "a[^1]\n\n[^1]: \u202Eb", ["MRK080"]],
    ["in the words for an image", "![\u202Eb](/lock.png)", ["MRK080"]],
    ["letters turned by a tag", '<bdo dir="rtl">gro.doog</bdo>', ["MRK080"]],
    ["balanced isolates and embeddings", "\u2067a \u2066b\u2069\u2069 \u202Bc\u202C", []],
    ["an isolate that goes round a link", "a \u2068[b](https://b.org)\u2069 c", []],
    ["marks for a single place", "a\u200E b\u200F c d", []],
    ["the direction that letters have", '<bdo dir="rtl">سلام</bdo>', []],
  ] as const) {
    test(name, () => assert.deepEqual(codesOf(body), expected));
  }

  test("are told once a block, with the line and the name of the sign", () => {
    const { diagnostics } = read("one\n\ntwo \u202Ethree \u202Efour");
    const [found, ...rest] = diagnostics;
    assert.deepEqual(rest, []);
    assert.equal(found?.place.line, 13);
    assert.match(found?.message ?? "", /U\+202E, which turns/);
  });
});

describe("hosts that can be taken for others", () => {
  for (const [name, body, expected] of [
    ["Latin with one Cyrillic letter", "[the bank](https://p\u0430ypal.com/)", ["MRK081"]],
    ["the same in ASCII", "[the bank](https://xn--pypal-4ve.com/)", ["MRK081"]],
    ["Latin with one Greek letter", "[x](https://g\u03bfogle.org/)", ["MRK081"]],
    ["all Cyrillic, all like Latin", "[x](https://аррӏе.com/)", ["MRK081"]],
    ["in a mail address", "[x](mailto:a@p\u0430ypal.com)", ["MRK081"]],
    ["Latin with a letter of phonetics", "[x](https://\u0261oogle.com/)", ["MRK081"]],
    ["below another name", "[x](https://p\u0430ypal.example.org/)", ["MRK081"]],
    ["a script g", "[x](https://ɡood.example.com/)", ["MRK081"]],
    ["a small capital", "[x](https://ɢoogle.com/)", ["MRK081"]],
    ["a small capital i for an l", "[x](https://paypaɪ.com/)", ["MRK081"]],
    ["a dotless i", "[x](https://wıkipedia.org/)", ["MRK081"]],
    ["letters joined to one", "[x](https://gꝏgle.com/)", ["MRK081"]],
    ["all Cyrillic, with letters of t, m and k", "[x](https://маткас.com/)", ["MRK081"]],
    ["all Greek, all like Latin", "[x](https://ονν.com/)", ["MRK081"]],
    ["all Armenian, all like Latin", "[x](https://սոսո.com/)", ["MRK081"]],
    ["Latin with Armenian", "[x](https://goօd.org/)", ["MRK081"]],
    ["all Cherokee, all like Latin", "[x](https://ꮃꭺꮯ.com/)", ["MRK081"]],
    ["a minus for a hyphen", "[x](https://good−bank.com/)", ["MRK081"]],
    ["a script g and an accent", "[x](https://ɡöogle.com/)", ["MRK081"]],
    ["an accent and a Cyrillic letter", "[x](https://bаnqué.com/)", ["MRK081"]],
    ["all Cyrillic, a whole name", "[x](https://раураӏ.com/)", ["MRK081"]],
    ["in the name below which hosts are", "[x](https://good.ϲοm/)", ["MRK081"]],
    ["Polish letters", "[x](https://łódź.pl/)", []],
    ["Spanish letters", "[x](https://ñandú.es/)", []],
    ["Danish letters", "[x](https://ørsted.dk/) [y](https://æble.dk/)", []],
    ["French letters", "[x](https://café.fr/) [y](https://œuvre.fr/)", []],
    ["a sharp s", "[x](https://straße.de/)", []],
    ["Vietnamese letters", "[x](https://điệnbiên.vn/)", []],
    ["a Turkish name below .tr", "[x](https://altın.com.tr/)", []],
    ["a Turkish name with other letters of Turkish", "[x](https://ışık.com/)", []],
    ["Russian names", "[x](https://президент.рф/) [y](https://сор.рф/)", []],
    ["a Greek name", "[x](https://ελλάδα.gr/)", []],
    ["a Hebrew name", "[x](https://קום.קום/)", []],
    ["an Arabic name", "[x](https://قناة.com/)", []],
    ["a Hindi name", "[x](https://हिन्दी.भारत/)", []],
    ["a Japanese name", "[x](https://例え.jp/)", []],
    ["wide letters, which are Latin ones", "[x](https://ｇood.org/)", []],
    ["Chinese with Latin", "[x](https://中国abc.com/)", []],
    ["Japanese of three scripts", "[x](https://日本のサイト.jp/)", []],
    ["Korean with Han", "[x](https://한국漢.kr/)", []],
    ["German letters", "[x](https://bücher.example.de/)", []],
    ["Persian letters", "[x](https://نمونه.ir/)", []],
    ["a Russian word", "[x](https://пример.com/)", []],
    ["a Russian word like Latin below .рф", "[x](https://хор.рф/)", []],
  ] as const) {
    test(name, () => assert.deepEqual(codesOf(body), expected));
  }

  test("but not in a page of the same letters", () => {
    assert.deepEqual(codesOf("[x](https://хор.com/)", "ru"), []);
    assert.deepEqual(codesOf("[x](https://хор.com/)", "en"), ["MRK081"]);
    assert.deepEqual(codesOf("[x](https://altın.com/)", "tr"), []);
    assert.deepEqual(codesOf("[x](https://altın.com/)", "en"), ["MRK081"]);
    assert.deepEqual(codesOf("[x](https://хор.com/)", "el"), ["MRK081"]);
    assert.deepEqual(codesOf("[x](https://хор.com/)", "ru-Qaaa"), ["MRK081"]);
  });

  test("are shown in letters and as they are", () => {
    const { diagnostics } = read("[x](https://xn--80ak6aa92e.com/)");
    assert.match(
      diagnostics[0]?.message ?? "",
      /`аррӏе\.com` \(its real name is `xn--80ak6aa92e\.com`\)/,
    );
  });

  test("with another's name before the @", () => {
    assert.deepEqual(codesOf("[x](https://good.org@evil.com/)"), ["MRK083"]);
    assert.deepEqual(codesOf("<https://good.org@evil.com/>"), ["MRK083"]);
    assert.deepEqual(codesOf("[x](https://good.org/@name)"), []);
  });
});

describe("a link's text and where it leads", () => {
  for (const text of [
    "https://good.org",
    "http://www.good.org/page",
    "good.org",
    "www.good.org",
    "good.org/page…",
    "good.org.",
    "**good.org**",
    "`good.org`",
    "go\u200Bod.org",
    "See https://good.org now",
    "help@good.org",
    "Go to good.org",
    "(good.org)",
    "“good.org”",
    "https:// good.org",
    "good。org",
    "good．org",
    "good[.]org",
    "good .org",
    "hxxps://good.org",
    "ｇｏｏｄ.org",
    "**good**.org",
    "the guide by good.org people",
    "write to help@good.org now",
    "![good.org](/lock.png)",
    "good.co.uk",
    "people.github.io",
    "192.0.2.7",
    "http://192.0.2.7/login",
    "your router (192.0.2.7:8080)",
    "https://\\[2001:db8::1\\]/",
    "https://%67ood.org",
    "%67ood.org",
    "good%2Eorg",
    "https://g%6F%6Fd.org/page",
    "good.org/setup.py",
    "good.org/README.md",
    "good.org?a=b.md",
    "tails.app",
    "docs.rs",
    "bun.sh",
    "good.zip",
    "good.mov",
    "good.ai",
    "good.info",
    "good.page",
    "good dot org",
    "good DOT org",
    "good (dot) org",
    "good{.}org",
    "good [dot] org",
    "good\\<.>org",
    "good·org",
    "good・org",
    "раураl.com",
    "раураӏ.com",
    "gооd.org",
    "ɡood.org",
    "good.com",
    "bbc.com",
    "amazon.de",
    "good.org by ASP.NET",
    "Tails.app",
    "v1.good.in",
    "e.g. good.org",
    "good.org vs. Skype",
    "good.org on Wikipedia",
  ]) {
    test(`${JSON.stringify(text)} does not lead to evil`, () => {
      const evil = text.includes("co.uk")
        ? "evil.co.uk"
        : text.includes("github")
          ? "evil.github.io"
          : "evil.com";
      const told = codesOf(`[${text}](https://${evil}/)`).filter((code) => code === "MRK082");
      assert.deepEqual(told, ["MRK082"]);
    });
  }

  test("a mail address does not lead to another person of the same host", () => {
    assert.deepEqual(codesOf("[help@good.org](mailto:thief@good.org)"), ["MRK082"]);
    assert.deepEqual(codesOf("[help@good.org](mailto:thief@mail.good.org)"), ["MRK082"]);
    assert.deepEqual(codesOf("[Help@Good.org](mailto:help@good.org)"), []);
    assert.deepEqual(codesOf("[help@good.org](https://good.org/contact)"), []);
    assert.deepEqual(codesOf("[good.org](mailto:help@good.org)"), []);
  });

  test("links that say different things are told one by one", () => {
    const { diagnostics } = read(
      ["one.org", "two.org", "three.org"].map((text) => `[${text}](https://evil.com)`).join("\n\n"),
    );
    assert.deepEqual(
      foldDiagnostics(diagnostics).map(({ others }) => others.length),
      [0, 0, 0],
    );
  });

  test("a mail address does not lead to another", () => {
    assert.deepEqual(codesOf("[help@good.org](mailto:help@evil.com)"), ["MRK082"]);
    assert.deepEqual(codesOf("[help@good.org](mailto:help@good.org?subject=a)"), []);
  });

  for (const [text, address] of [
    ["good.org", "https://www.good.org/"],
    ["http://good.org/", "https://good.org"],
    ["HTTPS://Good.org", "https://good.org/a/b"],
    ["docs.good.org", "https://good.org/docs"],
    ["good.org", "https://docs.good.org/"],
    ["a.good.co.uk", "https://b.good.co.uk/"],
    ["good.org/a/long…", "https://good.org/a/long/way/"],
    ["(good.org)", "https://good.org/"],
    ["https://good.org,", "https://good.org/"],
    ["bücher.de", "https://xn--bcher-kva.de/"],
    ["README.md", "https://code.example.com/README.md"],
    ["setup.py", "https://code.example.com/"],
    ["Node.js", "https://example.org"],
    ["1.5.2", "https://example.org/1.5.2"],
    ["e.g. this", "https://example.org/"],
    ["the guide by good.org people", "https://www.good.org/"],
    ["See e.g. README.md of Node.js v1.2.In it", "https://example.org/"],
    ["Stop.It is there", "https://example.org/"],
    ["good.org (at example.org)", "https://example.org/"],
    ["good.org", "https://web.archive.org/web/2019/https://www.good.org/"],
    ["good.onion", "http://good.onion/"],
    ["good.org:8080/a", "https://good.org:8080/a"],
    ["good.org", "/keys/"],
    ["New in v1.2.in", "https://example.org/"],
    ["p.s.me", "https://example.org/"],
    ["Cryptomator for Mac.app", "https://example.org/"],
    ["Skype vs. zoom.us", "https://eff.org/"],
    ["an alternative to “zoom.us”", "https://eff.org/"],
    ["Last.fm on Wikipedia", "https://en.wikipedia.org/wiki/Last.fm"],
    ["Wikipedia article on archive.org", "https://en.wikipedia.org/wiki/Internet_Archive"],
    ["good.org on GitHub", "https://github.com/good/site"],
    ["Gmail.com", "https://mail.google.com/"],
    ["guardian.co.uk", "https://www.theguardian.com/international"],
    ["paypal.com", "https://paypal.me/good"],
    ["192.0.2.7", "https://192.0.2.7/login"],
    ["http://192.0.2.7:8080", "http://192.0.2.7/"],
    ["%67ood.org", "https://good.org/"],
    ["Version 1.2.3", "https://example.org/"],
    ["version 1.2.3.4-beta", "https://example.org/"],
    ["50% of 3.4", "https://example.org/"],
    ["section 999.1.2.3", "https://example.org/"],
    ["ASP.NET", "https://learn.example.com/aspnet"],
    ["Node.js and Socket.IO", "https://example.org"],
    ["Amazon.de", "https://www.amazon.com/gp/product/1"],
    ["bbc.com", "https://www.bbc.co.uk/news"],
    ["youtube.com/watch?v=abc", "https://youtu.be/abc"],
    ["good.org (onion mirror)", "http://goodorgxyz.onion/"],
    ["docs.rs", "https://code.example.com/good/docs.rs"],
    ["my_script.py", "https://code.example.com/"],
    ["install-tails.sh", "https://example.org/"],
    ["the polka dot is large", "https://example.org/"],
    ["connect the dot in the middle", "https://example.org/"],
    ["Alice · Bob", "https://example.org/"],
  ] as const) {
    test(`${JSON.stringify(text)} may lead to ${address}`, () => {
      assert.deepEqual(codesOf(`[${text}](${address})`), []);
    });
  }
});
