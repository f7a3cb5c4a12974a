import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../source/files.ts";
import { build, module, resolverOf, session } from "./build.ts";

const FILES = {
  "_pages/locks/locks.md": module("/locks/", ["input Keys | /locks/keys/"]),
  "_pages/locks/keys.md": session("/locks/keys/", "Input", "redirect_from: /old-keys/\n"),
  "_pages/locks/hinges and doors.md": page("title: Hinges\npermalink: /locks/hinges/"),
  "_pages/ar/locks/keys.md": session("/ar/locks/keys/", "نشاط"),
  "_pages/ar/locks/local.png": "",
  "_pages/locks/picture.png": "",
  "_pages/locks/Big Picture.JPG": "",
  "_pages/locks/100%25.png": "",
  "_pages/locks/source-only.png": "",
  "_pages/locks/up/one.png": "",
  "_pages/locks/up/ONE.png": "",
  "assets/images/box.png": "",
  "assets/files/plan.pdf": "",
  "static/img/logo.png": "",
  "README.md": "# no page",
  "نقشه.png": "",
};
const built = build(
  FILES,
  "site: [https://example.org/school]\nassets: static\nrenamed:\n  /older-keys/: /locks/keys/\n",
);
const keys = resolverOf(built, "_pages/locks/keys.md");
const arabic = resolverOf(built, "_pages/ar/locks/keys.md");
const HINGES = "_pages/locks/hinges and doors.md";
const LOCKS = "_pages/locks/locks.md";

for (const [address, path, fragment] of [
  ["/locks/", LOCKS, ""],
  ["/locks", LOCKS, ""],
  ["/locks/#goals", LOCKS, "goals"],
  ["/locks/#Step-1-Do-This/", LOCKS, "Step-1-Do-This"],
  ["/locks/?print=1#%D8%A7", LOCKS, "ا"],
  ["https://example.org/school/locks/", LOCKS, ""],
  ["//example.org/school/locks/", LOCKS, ""],
  ["/school/locks/index.html", LOCKS, ""],
  ["{{ site.url }}{{ site.baseurl }}/locks/", LOCKS, ""],
  ["{% link _pages/locks/locks.md %}", LOCKS, ""],
  ["locks.md", LOCKS, ""],
  ["../locks/locks.md#goals", LOCKS, "goals"],
  ["/_pages/locks/locks.md", LOCKS, ""],
  ["hinges%20and%20doors.md", HINGES, ""],
  ["hinges and doors.md", HINGES, ""],
  ["../hinges/", HINGES, ""],
  ["../hinges", HINGES, ""],
  ["locks/hinges/", HINGES, ""],
  ["/locks/locks/", LOCKS, ""],
] as const) {
  test(`a link to a page: ${address}`, () => {
    assert.deepEqual(keys.resolveLink(address), { kind: "page", path, fragment });
  });
}

test("a link to a redirected or renamed page, from elsewhere", () => {
  const locks = resolverOf(built, LOCKS);
  for (const address of ["/old-keys/", "/older-keys/#a", "keys.md"]) {
    assert.equal(
      (locks.resolveLink(address) as { path?: string }).path,
      "_pages/locks/keys.md",
      address,
    );
  }
});

for (const [address, expected] of [
  ["", { kind: "empty" }],
  ["  ", { kind: "empty" }],
  ["#goals", { kind: "fragment", fragment: "goals" }],
  ["/locks/keys/#goals", { kind: "fragment", fragment: "goals" }],
  ["/locks/keys/", { kind: "page", path: "_pages/locks/keys.md", fragment: "" }],
  ["https://example.org", { kind: "external", url: "https://example.org/" }],
  [" HTTPS://Example.ORG/a b ", { kind: "external", url: "https://example.org/a%20b" }],
  ["http:// example.org/a", { kind: "external", url: "http://example.org/a" }],
  [
    "https://example.org/school/not-ours/",
    { kind: "external", url: "https://example.org/school/not-ours/" },
  ],
  ["https://example.org/schooling/", { kind: "external", url: "https://example.org/schooling/" }],
  ["//cdn.example.net/a", { kind: "external", url: "https://cdn.example.net/a" }],
  ["www.example.net", { kind: "external", url: "https://www.example.net/" }],
  ["example.net/a/b", { kind: "external", url: "https://example.net/a/b" }],
  ["example.net:8080/a", { kind: "external", url: "https://example.net:8080/a" }],
  ["mailto:ana@example.org", { kind: "external", url: "mailto:ana@example.org" }],
  ["mailto: ana@example.org", { kind: "external", url: "mailto:ana@example.org" }],
  [
    "mailto:%20ana@example.org?subject=Hello you",
    { kind: "external", url: "mailto:ana@example.org?subject=Hello%20you" },
  ],
  ["ana@example.org", { kind: "external", url: "mailto:ana@example.org" }],
  ["/assets/files/plan.pdf", { kind: "file", path: "assets/files/plan.pdf" }],
  ["../../README.md", { kind: "file", path: "README.md" }],
  ["/lock/hinge/", { kind: "nowhere", suggestion: "/locks/hinges/" }],
  ["/LOCKS/", { kind: "nowhere", suggestion: "/locks/" }],
  ["/quite/something/", { kind: "nowhere" }],
  ["notes.pdf", { kind: "nowhere" }],
] as const) {
  test(`a link: ${JSON.stringify(address)}`, () => {
    assert.deepEqual(keys.resolveLink(address), expected);
  });
}

for (const address of [
  "javascript:alert(1)",
  "JaVa\tScRiPt:alert(1)",
  "\u0001javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "vbscript:x",
  "ftp://example.org/",
  "C:\\Users\\ana",
  "\\\\server\\share",
  "mailto:nobody",
  "http://",
  `/${"a/".repeat(3000)}`,
  "https://exa mple.org:port/",
  "../../../../../etc/passwd.md",
]) {
  test(`a link that is refused: ${JSON.stringify(address)}`, () => {
    const target = keys.resolveLink(address);
    assert.equal(target.kind, "refused");
    assert.ok(target.kind === "refused" && target.reason.length > 5);
  });
}

for (const [address, path] of [
  ["/assets/images/box.png", "assets/images/box.png"],
  ["assets/images/box.png", "assets/images/box.png"],
  ["/assets/images/box.png/", "assets/images/box.png"],
  ["/Assets/Images/BOX.PNG", "assets/images/box.png"],
  ["{{ site.baseurl }}/assets/images/box.png", "assets/images/box.png"],
  ["https://example.org/school/assets/images/box.png", "assets/images/box.png"],
  ["/img/logo.png", "static/img/logo.png"],
  ["picture.png", "_pages/locks/picture.png"],
  ["./picture.png?v=2", "_pages/locks/picture.png"],
  ["../locks/picture.png", "_pages/locks/picture.png"],
  ["..\\locks\\picture.png", "_pages/locks/picture.png"],
  ["/locks/picture.png", "_pages/locks/picture.png"],
  ["Big%20Picture.JPG", "_pages/locks/Big Picture.JPG"],
  ["big picture.jpg", "_pages/locks/Big Picture.JPG"],
  ["100%25.png", "_pages/locks/100%25.png"],
  ["up/one.png", "_pages/locks/up/one.png"],
  ["up/ONE.png", "_pages/locks/up/ONE.png"],
  ["/%D9%86%D9%82%D8%B4%D9%87.png", "نقشه.png"],
] as const) {
  test(`an image: ${address}`, () => {
    assert.deepEqual(keys.resolveImage(address), { kind: "file", path });
  });
}

test("a translation's images: its own first, else the source's", () => {
  assert.deepEqual(arabic.resolveImage("local.png"), {
    kind: "file",
    path: "_pages/ar/locks/local.png",
  });
  assert.deepEqual(arabic.resolveImage("source-only.png"), {
    kind: "file",
    path: "_pages/locks/source-only.png",
  });
  assert.deepEqual(arabic.resolveImage("/assets/images/box.png"), {
    kind: "file",
    path: "assets/images/box.png",
  });
});

test("images of a curriculum in a folder of its own are found from that folder", () => {
  const inner = build({ "school/_pages/a/a.md": page("title: a"), "school/assets/box.png": "" });
  assert.deepEqual(resolverOf(inner, "school/_pages/a/a.md").resolveImage("/assets/box.png"), {
    kind: "file",
    path: "school/assets/box.png",
  });
});

for (const [address, expected] of [
  ["gone.png", { kind: "missing" }],
  ["", { kind: "missing" }],
  ["/assets/source_only.png", { kind: "missing", suggestion: "_pages/locks/source-only.png" }],
  ["/elsewhere/box.png", { kind: "missing", suggestion: "assets/images/box.png" }],
  ["up/One.png", { kind: "missing", suggestion: "_pages/locks/up/ONE.png" }],
] as const) {
  test(`an image that is not there: ${JSON.stringify(address)}`, () => {
    assert.deepEqual(keys.resolveImage(address), expected);
  });
}

for (const address of [
  "https://example.net/a.png",
  "//example.net/a.png",
  "data:image/png;base64,AAAA",
  "file:///etc/passwd",
  "../../../secret.png",
  "%2e%2e/%2e%2e/%2e%2e/secret.png",
  "..%2f..%2f..%2fsecret.png",
  "..\\..\\..\\secret.png",
]) {
  test(`an image that is refused: ${address}`, () => {
    const target = keys.resolveImage(address);
    assert.equal(target.kind, "refused");
    assert.ok(target.kind === "refused" && target.reason.length > 5);
  });
}

test("links in a translation lead to translations, and to the source where there is none", () => {
  assert.deepEqual(arabic.resolveLink("../../../README.md"), { kind: "file", path: "README.md" });
  assert.deepEqual(arabic.resolveLink("locks.md"), { kind: "page", path: LOCKS, fragment: "" });
  assert.deepEqual(resolverOf(built, LOCKS).resolveLink("/ar/locks/keys/"), {
    kind: "page",
    path: "_pages/locks/keys.md",
    fragment: "",
  });
  assert.deepEqual(arabic.resolveLink("/ar/locks/"), { kind: "page", path: LOCKS, fragment: "" });
  assert.deepEqual(arabic.resolveLink("/locks/keys/#a"), { kind: "fragment", fragment: "a" });
});

test("a link to a page whose header cannot be read names the file to mend", () => {
  const built = build({
    "a.md": session("/a/"),
    "b.md": "---\ntitle: Part: two\npermalink: /second/\n---\nText\n",
  });
  const target = resolverOf(built, "a.md").resolveLink("/second/");
  assert.equal(target.kind === "nowhere" && target.unreadable?.path, "b.md");
  assert.deepEqual(resolverOf(built, "a.md").resolveLink("/third/"), { kind: "nowhere" });
});

for (const [name, expected] of [
  ["locks", { kind: "page", path: LOCKS, fragment: "" }],
  ["Hinges and Doors.md", { kind: "page", path: HINGES, fragment: "" }],
  ["HINGES", { kind: "page", path: HINGES, fragment: "" }],
  ["locks/hinges and doors", { kind: "page", path: HINGES, fragment: "" }],
  ["doors/hinges and doors", { kind: "nowhere" }],
  ["keys", { kind: "page", path: "_pages/locks/keys.md", fragment: "" }],
  ["box.png", { kind: "file", path: "assets/images/box.png" }],
  ["images/BOX.png", { kind: "file", path: "assets/images/box.png" }],
  ["other/box.png", { kind: "nowhere" }],
  ["../../etc/passwd", { kind: "nowhere" }],
  ["", { kind: "nowhere" }],
] as const) {
  test(`a name between a wiki's brackets: ${name}`, () => {
    assert.deepEqual(keys.resolveName(name), expected);
  });
}

test("a wiki's name means the page in the language of the page, or in its folder", () => {
  assert.deepEqual(arabic.resolveName("keys"), {
    kind: "page",
    path: "_pages/ar/locks/keys.md",
    fragment: "",
  });
  const twice = build({
    "_pages/a/a.md": module("/a/", ["input X | /a/doors/"]),
    "_pages/a/doors.md": session("/a/doors/", "Input"),
    "_pages/b/doors.md": session("/b/doors/", "Input"),
    "_pages/c/c.md": page("title: C\npermalink: /c/"),
  });
  assert.deepEqual(resolverOf(twice, "_pages/a/a.md").resolveName("Doors"), {
    kind: "page",
    path: "_pages/a/doors.md",
    fragment: "",
  });
  assert.deepEqual(resolverOf(twice, "_pages/c/c.md").resolveName("Doors"), {
    kind: "nowhere",
    conflicts: ["/a/doors/", "/b/doors/"],
  });
});
