import assert from "node:assert/strict";
import { test } from "node:test";
import { page, report } from "../source/files.ts";
import { build, module, outline, session } from "./build.ts";

/** A module on maps in which a page was renamed, beside one on locks. */
const SESSIONS = {
  "draw.md": page(
    'title: "Deepening: Drawing and reading a street map"\nadids: Deepening\npermalink: /maps/deepening/drawing-reading-street-map/',
  ),
  "hide.md": page(
    'title: "Deepening: Hiding places on a map"\nadids: Deepening\npermalink: /maps/deepening/hiding-places-map/',
  ),
  "end.md": page(
    'title: "Synthesis: Using maps"\nbreadcrumb: Using maps synthesis\nadids: Synthesis\npermalink: /maps/synthesis/synthesis-using-maps/',
  ),
  "lock-end.md": page(
    'title: "Synthesis: Using locks"\nadids: Synthesis\npermalink: /locks/synthesis/maps-synthesis-of-locks/',
  ),
  "lock-draw.md": page(
    'title: "Drawing a street map of locks"\nadids: Input\npermalink: /maps/input/draw-street/',
  ),
  "locks.md": module("/locks/", [
    "synthesis End | /locks/synthesis/maps-synthesis-of-locks/",
    "input Draw | /maps/input/draw-street/",
  ]),
};

test("renamed sessions: one error each, with a caret and the session of the same stage that was meant", () => {
  const { curriculum, diagnostics } = build({
    ...SESSIONS,
    "maps.md": module("/maps/", [
      "deepening Drawing a street map | /maps/deepening/draw-street/",
      "deepening Hiding things | /maps/deepening/hiding-places/",
      "synthesis Using maps synthesis | /maps/synthesis/maps-synthesis/",
    ]),
  });
  assert.deepEqual(report(diagnostics), [
    "maps.md:7:10 error LNK002 Unexpected session link `/maps/deepening/draw-street/`, expected the permalink of a page",
    "maps.md:9:10 error LNK002 Unexpected session link `/maps/deepening/hiding-places/`, expected the permalink of a page",
    "maps.md:12:10 error LNK002 Unexpected session link `/maps/synthesis/maps-synthesis/`, expected the permalink of a page",
  ]);
  assert.equal(diagnostics[0]?.place.length, "/maps/deepening/draw-street/".length);
  assert.deepEqual(
    diagnostics.map(({ hint }) => /^ {4}url: .*$/m.exec(hint ?? "")?.[0]?.trim()),
    [
      "url: /maps/deepening/drawing-reading-street-map/",
      "url: /maps/deepening/hiding-places-map/",
      "url: /maps/synthesis/synthesis-using-maps/",
    ],
  );
  assert.match(
    diagnostics[0]?.hint ?? "",
    /^A Deepening session with a near name is `Drawing and reading a street map` \(draw\.md\)/,
  );
  // Nothing is put in their place.
  assert.deepEqual(outline(curriculum).slice(3), [
    "maps (maps.md)",
    "  deepening: ?Drawing a street map, ?Hiding things",
    "  synthesis: ?Using maps synthesis",
  ]);
});

test("a long address is shortened in the message", () => {
  const { diagnostics } = build({
    "m.md": module("/m/", ["input A | /curriculum/a-very-long-folder/another/lost-page/"]),
  });
  assert.equal(
    diagnostics[0]?.message,
    "Unexpected session link `/…/lost-page/`, expected the permalink of a page",
  );
  assert.match(diagnostics[0]?.hint ?? "", /^No page has this permalink\./);
});

test("a session below the module's own address is believed before one elsewhere", () => {
  const { diagnostics } = build({
    "m.md": module("/m/", ["input Odd | /m/input/old-keys/"]),
    "far.md": session("/far/input/old-keyss/"),
    "near.md": session("/m/input/older-keys/"),
  });
  assert.match(diagnostics[0]?.hint ?? "", /url: \/m\/input\/older-keys\/$/);
});

test("a session that the module has already, or of another stage, is not suggested", () => {
  const { diagnostics } = build({
    "m.md": module("/m/", ["input Keys | /m/keys/", "input Keys | /m/keyz/"]),
    "keys.md": session("/m/keys/"),
    "deep.md": session("/m/deep/keyz2/", "Deepening"),
  });
  assert.match(diagnostics[0]?.hint ?? "", /^No page has this permalink\./);
});

test("a folder in place of a page: the sessions below it are named, with title, address and file", () => {
  const { curriculum, diagnostics } = build({
    "m.md": module("/m/", ["input Keys | /m/input/keys/", "deepening | /m/deepening/"]),
    "keys.md": session("/m/input/keys/"),
    "hinges.md": session("/m/deepening/hinges", "Deepening"),
  });
  assert.deepEqual(report(diagnostics), [
    "m.md:10:10 error LNK002 Unexpected session link `/m/deepening/`, expected the permalink of a page",
  ]);
  assert.equal(
    diagnostics[0]?.hint,
    'The address is a folder. It holds one session that no module lists. Type in place of lines 9 and 10:\n  - name: "The hinges session"  # hinges.md\n    url: /m/deepening/hinges/',
  );
  assert.deepEqual(outline(curriculum).at(-1), "  deepening: ?");
});

test("a session whose header does not parse: that file is to be mended first", () => {
  const broken = "---\ntitle: Keys: a tour\npermalink: /m/keys/\n---\n";
  for (const [path, content, url] of [
    ["x.md", broken, "/m/keys/"],
    ["_pages/m/keys/keys.md", "---\ntitle: a: b\n---\n", "/m/keys/"],
    ["m/keys.md", "", "/m/keys"],
  ] as const) {
    const { diagnostics } = build({
      "m.md": module("/m/", [`input Keys | ${url}`]),
      [path]: content,
    });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["LNK002"],
    );
    assert.equal(diagnostics[0]?.causedBy, path);
    assert.equal(
      diagnostics[0]?.hint,
      `Leave the address as it is: the page is there. Mend ${path} first; its own message says how.`,
    );
  }
});

test("a name without an address, and an address elsewhere", () => {
  const { diagnostics } = build({
    "m.md": module("/m/", ["input The keys session | ", "input Video | https://example.org/video"]),
    "keys.md": session("/m/keys/"),
  });
  assert.deepEqual(report(diagnostics), [
    "m.md:6:11 error LNK003 Unexpected session `The keys session` without an address, expected `url:` with the permalink of a page",
    "m.md:9:10 error LNK002 Unexpected session link `https://example.org/video`, expected the permalink of a page",
  ]);
  assert.match(diagnostics[0]?.hint ?? "", /url: \/m\/keys\/$/);
  assert.match(diagnostics[1]?.hint ?? "", /^A session is a page of this curriculum/);
});

test("letters in another case are suggested, not taken", () => {
  const { curriculum, diagnostics } = build({
    "m.md": module("/m/", ["input Unlike | /M/KEYS/"]),
    "keys.md": session("/m/keys/"),
  });
  assert.match(diagnostics[0]?.hint ?? "", /url: \/m\/keys\/$/);
  assert.deepEqual(outline(curriculum).at(-1), "  input: ?Unlike");
});

/** A file after somebody has done what a hint says: lines taken out, others in their place. */
function obey(file: string, hint: string): string {
  const [said = "", ...typed] = hint.split("\n");
  const [, way, first, last] =
    /(in place of|below) lines? (\d+)(?: (?:and|to) (\d+))?:$/.exec(said) ?? [];
  const from = Number(first);
  const lines = file.split("\n");
  if (way === "below") lines.splice(from, 0, ...typed);
  else lines.splice(from - 1, Number(last ?? first) - from + 1, ...typed);
  return lines.join("\n");
}

const LISTS: readonly (readonly [string, string])[] = [
  ["dashes at the margin", "- name: Hinges\n  url: /m/deepening/"],
  ["dashes two columns in", "  - name: Hinges\n    url: /m/deepening/"],
  ["the address first", "    - url: /m/deepening/\n      name: Hinges"],
  ["a dash far from its key", "  -   name: Hinges\n      url:   '/m/deepening/'"],
  ["a comment between", "  - name: Hinges\n    # to be written\n    url: /m/deepening/ # soon"],
  ["comments behind", "  - name: Hinges\n    url: /m/deepening/\n  # that is all\n"],
  ["braces", "  - { name: Hinges, url: /m/deepening/ }"],
  ["a name over two lines", "  - url: /m/deepening/\n    name: Hinges\n      and doors"],
];

for (const [what, list] of LISTS) {
  test(`lines of a hint can be pasted: ${what}`, () => {
    const file = `---\nlayout: module\npermalink: /m/\ntitle: M\ndeepening:\n${list}\ninput:\n  - url: /m/input/keys/\n---\n`;
    const files = {
      "keys.md": session("/m/input/keys/"),
      "hinges.md": session("/m/deepening/hinges", "Deepening", 'breadcrumb: "Hinges"\n'),
      "bolts.md": session("/m/deepening/bolts", "Deepening"),
    };
    const told = build({ ...files, "m.md": file }).diagnostics;
    assert.deepEqual(
      told.map(({ code }) => code),
      ["LNK002"],
    );
    const mended = build({ ...files, "m.md": obey(file, told[0]?.hint ?? "") });
    assert.deepEqual(report(mended.diagnostics), []);
    assert.match(outline(mended.curriculum).join("\n"), /deepening: .*=bolts\.md, .*=hinges\.md/);
  });
}

test("an address alone is mended in its own line", () => {
  const lists = [
    "  - name: Hinges\n    url: /m/deepening/hinge/",
    "- url: '/m/deepening/hinge/'",
    "- name: Hinges",
  ];
  for (const list of lists) {
    const file = `---\nlayout: module\npermalink: /m/\ntitle: M\ndeepening:\n${list}\n---\n`;
    const files = {
      "hinges.md": session("/m/deepening/hinges", "Deepening", 'breadcrumb: "Hinges"\n'),
    };
    const [told] = build({ ...files, "m.md": file }).diagnostics;
    const mended = build({ ...files, "m.md": obey(file, told?.hint ?? "") });
    assert.deepEqual(report(mended.diagnostics), [], `${list}: ${told?.hint}`);
  }
  // Other sessions on the same line: it is no line to be replaced.
  const file =
    "---\nlayout: module\npermalink: /m/\ntitle: M\ndeepening: [{ name: Hinges, url: /m/deepening/hinge/ }]\n---\n";
  const files = { "hinges.md": session("/m/deepening/hinges", "Deepening") };
  assert.match(
    build({ ...files, "m.md": file }).diagnostics[0]?.hint ?? "",
    /its address is \/m\/deepening\/hinges\/$/,
  );
});
