import assert from "node:assert/strict";
import { test } from "node:test";
import { listModules } from "../../src/curriculum/curriculum.ts";
import { page, report } from "../source/files.ts";
import { build, module, outline, session } from "./build.ts";

test("a module's sessions stand in their stages in ADIDS order, and a session may be shared", () => {
  const { curriculum, diagnostics } = build({
    "locks.md": module("/locks/", [
      "synthesis The end | /locks/end/",
      "activity Keys | /locks/keys/",
    ]),
    "doors.md": module("/doors/", [
      "input Hinges | /doors/hinges/",
      "activity Keys again | /locks/keys/",
    ]),
    "keys.md": session("/locks/keys/", "Activity"),
    "end.md": session("/locks/end/", "Synthesis"),
    "hinges.md": session("/doors/hinges/"),
  });
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(outline(curriculum), [
    "doors (doors.md)",
    "  activity: Keys again=keys.md",
    "  input: Hinges=hinges.md",
    "locks (locks.md)",
    "  activity: Keys=keys.md",
    "  synthesis: The end=end.md",
  ]);
});

for (const [url, permalink] of [
  ["/locks/keys/", "/locks/keys/"],
  ["/locks/keys", "/locks/keys/"],
  ["locks/keys/", "/locks/keys"],
  ["/locks//keys//", "/locks/keys/"],
  ["/locks/keys/index.html", "/locks/keys/"],
  ["/locks/keys.html", "/locks/keys"],
  ["/locks/keys/#start", "/locks/keys/"],
  ["/locks/cl%C3%A9s/", "/locks/clés/"],
  ["/locks/clés/", "/locks/cl%C3%A9s/"],
  ["https://www.example.org/school/locks/keys/", "/locks/keys/"],
  ["http://example.org/school/locks/keys", "/locks/keys/"],
  ["/school/locks/keys/", "/locks/keys/"],
  ['"{{ site.baseurl }}/locks/keys/"', "/locks/keys/"],
  ["\"{{ '/locks/keys/' | relative_url }}\"", "/locks/keys/"],
  ["/locks/keys/", "https://example.org/school/locks/keys/"],
  ["keys.md", "/elsewhere/"],
  ["./locks/../keys.md", "/elsewhere/"],
  ["/keys.md", "/elsewhere/"],
  ["/keys", "/elsewhere/"],
] as const) {
  test(`the url ${url} finds the permalink ${permalink}`, () => {
    const { curriculum, diagnostics } = build(
      { "locks.md": module("/locks/", [`input Keys | ${url}`]), "keys.md": session(permalink) },
      'site: ["https://example.org/school"]',
    );
    assert.deepEqual(report(diagnostics), []);
    assert.deepEqual(outline(curriculum), ["locks (locks.md)", "  input: Keys=keys.md"]);
  });
}

test("pages without a permalink are found by their path", () => {
  const { curriculum, diagnostics } = build({
    "_pages/locks/index.md": page(
      "layout: module\ntitle: Locks\ninput:\n  - url: /locks/keys/\n  - url: doors/hinges.md",
    ),
    "_pages/locks/keys.md": page("title: Keys"),
    "_pages/locks/doors/hinges.md": page("title: Hinges"),
  });
  assert.deepEqual(report(diagnostics), []);
  assert.deepEqual(outline(curriculum), [
    "locks (_pages/locks/index.md)",
    "  input: Keys=_pages/locks/keys.md, Hinges=_pages/locks/doors/hinges.md",
  ]);
});

test("redirects and renames are followed; the page's own permalink comes first", () => {
  const { curriculum, diagnostics } = build(
    {
      "locks.md": module("/locks/", ["input A | /old/", "input B | /older/", "input C | /oldest/"]),
      "a.md": session("/a/", "Input", "redirect_from: /old/\n"),
      "b.md": session("/b/"),
      "c.md": session("/c/"),
    },
    "renamed:\n  /older/: /b/\n  oldest: /old-c/\n  /old-c: c\n",
  );
  assert.deepEqual(report(diagnostics), []);
  assert.deepEqual(outline(curriculum), ["locks (locks.md)", "  input: A=a.md, B=b.md, C=c.md"]);
});

test("a rename to nowhere is told", () => {
  const { diagnostics } = build({ "a.md": session("/a/") }, "renamed:\n  /old/: /lost/\n");
  assert.deepEqual(report(diagnostics), [
    "handpress.yaml:2:3 warning LNK010 Unexpected new address `/lost/` of `/old/`, expected the permalink of a page",
  ]);
});

test("a permalink twice in one language is an error that names both; a link to it is ambiguous", () => {
  const { curriculum, diagnostics } = build({
    "locks.md": module("/locks/", ["input Keys | /keys/", "input B | /b/"]),
    "a.md": session("/keys/"),
    "b.md": session("/b/"),
    "c.md": session("keys"),
  });
  assert.deepEqual(report(diagnostics), [
    "c.md:4:12 error LNK001 Unexpected second page with the permalink `keys`, expected an address of its own",
    "locks.md:7:10 error LNK007 Unexpected session link `/keys/` to 2 pages, expected the permalink of one",
  ]);
  assert.match(diagnostics[0]?.hint ?? "", /^a\.md has the same/);
  assert.deepEqual(diagnostics[0]?.related?.[0]?.place, {
    file: "a.md",
    line: 4,
    column: 12,
    length: 6,
  });
  assert.deepEqual(outline(curriculum), ["locks (locks.md)", "  input: ?Keys, B=b.md"]);
  assert.equal(listModules(curriculum, "en")[0]?.missingCount, 1);
});

test("a redirect from another page's address is told, and the page keeps its address", () => {
  const { curriculum, diagnostics } = build({
    "locks.md": module("/locks/", ["input A | /a/"]),
    "a.md": session("/a/"),
    "b.md": session("/b/", "Input", "redirect_from:\n  - /a/\n"),
  });
  assert.deepEqual(report(diagnostics), [
    "b.md:6:5 warning LNK009 Unexpected redirect from `/a/`, expected an address that no page has",
  ]);
  assert.deepEqual(outline(curriculum).at(-1), "  input: A=a.md");
});

test("a module as a session, a module without sessions, a session twice", () => {
  const { curriculum, diagnostics } = build({
    "a.md": module("/a/", ["input B | /b/", "input S | /s/", "synthesis S again | /s"]),
    "b.md": module("/b/", []),
    "s.md": session("/s/"),
  });
  assert.deepEqual(report(diagnostics), [
    "a.md:12:10 warning LNK006 Unexpected second link to the session s.md, expected each session once in a module",
    "a.md:7:10 error LNK004 Unexpected link to the module `The module /b/`, expected the permalink of a session",
    "b.md:1:1 error LNK005 Unexpected module without sessions, expected at least one under `activity`, `input`, `deepening` or `synthesis`",
  ]);
  assert.deepEqual(outline(curriculum), ["a (a.md)", "  input: ?B, S=s.md"]);
});

test("sessions in a module's folder that no module lists: one warning, at the inner module", () => {
  const { diagnostics } = build({
    "a.md": module("/a/", ["input S | /a/s/"]),
    "b.md": module("/a/b/", ["input S | /a/s/"]),
    "s.md": session("/a/s/"),
    "t.md": session("/a/b/t/", "Deepening"),
    "u.md": session("/a/b/u/"),
    "v.md": session("/elsewhere/v/"),
    "x.md": page("title: About\npermalink: /a/about/"),
  });
  assert.deepEqual(report(diagnostics), [
    "b.md:1:1 warning LNK008 Unexpected 2 sessions in this module's folder that no module lists, expected every session in a stage",
  ]);
  assert.match(
    diagnostics[0]?.hint ?? "",
    /- name: "The t session" {2}# deepening: t\.md\n {4}url: \/a\/b\/t\//,
  );
  // As the list is indented that they go into.
  const margin = module("/a/", ["input S | /a/s/"]).replaceAll(/^ {2}(?=- name)/gm, "");
  const { diagnostics: others } = build({
    "a.md": margin.replaceAll(/^ {4}url/gm, "  url"),
    "s.md": session("/a/s/"),
    "t.md": session("/a/t/", "Deepening"),
  });
  assert.match(
    others[0]?.hint ?? "",
    /:\n- name: "The t session" {2}# deepening: t\.md\n {2}url: /,
  );
});
