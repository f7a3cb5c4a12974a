import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Declaration, generate, parse, type Rule, walk } from "css-tree";

/** The rules that `reader.css` gives itself at its head. */
const source = readFileSync(new URL("../../themes/handout/reader.css", import.meta.url), "utf8");

interface Style {
  readonly selector: string;
  readonly line: number;
  readonly declarations: readonly { readonly property: string; readonly value: string }[];
}

/** Rules with their declarations, in order; throws where the sheet does not parse. */
function readStyles(css: string): readonly Style[] {
  const tree = parse(css, {
    positions: true,
    onParseError: (error) => {
      throw error;
    },
  });
  const styles: Style[] = [];
  walk(tree, {
    visit: "Rule",
    enter(rule: Rule) {
      const declarations = rule.block.children
        .toArray()
        .filter((node): node is Declaration => node.type === "Declaration")
        .map(({ property, value, important }) => ({
          property,
          value: `${generate(value)}${important ? "!important" : ""}`,
        }));
      const line = rule.loc?.start.line ?? 0;
      styles.push({ selector: generate(rule.prelude), line, declarations });
    },
  });
  return styles;
}

const BANNED =
  /^(position|float|clear|min-height|min-width|inset.*|top|left|right|bottom|z-index)$/;
const UNITS = /[\d.](px|pt|pc|cm|mm|in|q|rem|vw)\b/i;

/** What is wrong with a sheet, in words. */
function findFaults(css: string): readonly string[] {
  const faults: string[] = [];
  for (const { selector, line, declarations } of readStyles(css)) {
    const at = (what: string) => faults.push(`${line} ${selector}: ${what}`);
    const names = declarations.map(({ property }) => property);
    const isPage = selector.split(",").some((one) => /^(html|body|:root|\*)$/.test(one.trim()));
    for (const { property, value } of declarations) {
      if (BANNED.test(property)) at(`${property} has no place in a reader`);
      if (UNITS.test(value)) at(`${property} has a fixed unit`);
      if (property === "width" || property === "height") {
        if (value !== "auto") at(`${property} is fixed`);
      }
      if (property === "display" && /inline-|flex|grid|absolute/.test(value)) at("display");
      if (property === "font-family" && value !== "monospace") at("a face of one's own");
      if (isPage) at(`${property} belongs to the reader`);
      if (/url\(|@import|expression/.test(value) || /!important/.test(value)) at("url or force");
      if (property === "text-align" && /left|right|justify/.test(value)) at("alignment");
    }
    // A colour is seen against whatever the reader has chosen, unless it brings its ground.
    const colours = names.filter((name) => name === "color" || name === "background-color");
    if (colours.length === 1) at("a colour without its pair");
    for (const { property, value } of declarations) {
      const isEdge = /^(border|outline)/.test(property);
      if (isEdge && /#|rgb|hsl|\b(black|white|gr[ae]y)\b/.test(value)) at("a coloured edge");
    }
    for (const [old, now] of [
      ["page-break-after", "break-after"],
      ["page-break-inside", "break-inside"],
      ["-webkit-hyphens", "hyphens"],
      ["margin-right", "margin-inline"],
    ] as const) {
      const isAfter = names.includes(old) && names.indexOf(old) < names.indexOf(now);
      if (names.includes(now) && !isAfter) at(`${now} without ${old} before it`);
      if (names.includes(old) && !names.includes(now)) at(`${old} without ${now}`);
    }
    // One property with two names: the later counts.
    if (names.indexOf("word-wrap") > names.indexOf("overflow-wrap")) {
      if (names.includes("overflow-wrap")) at("word-wrap undoes overflow-wrap");
    }
  }
  return [...faults, ...findSides(readStyles(css))];
}

/** A physical side must have its mirror and then both logical sides, each as strong as the last. */
function findSides(styles: readonly Style[]): readonly string[] {
  const faults: string[] = [];
  const sidesOf = (style: Style | undefined) =>
    (style?.declarations ?? []).filter(({ property }) => /^(padding|border)-left$/.test(property));
  const logical = /^(padding-inline|border-inline-start)$/;
  styles.forEach((style, at) => {
    if (sidesOf(style).length === 0 || style.selector.startsWith('[dir="rtl"]')) return;
    const mirror = styles[at + 1];
    const modern = styles[at + 2];
    const under = (root: string) =>
      style.selector
        .split(",")
        .map((one) => `${root} ${one}`)
        .join(",");
    if (mirror?.selector !== under('[dir="rtl"]')) faults.push(`${style.selector}: no mirror`);
    const want = under("[dir]");
    const isBoth = sidesOf(style).every(({ property }) =>
      modern?.declarations.some(
        (one) =>
          logical.test(one.property) &&
          one.property.startsWith(property.replace("-left", "-inline")),
      ),
    );
    if (modern?.selector !== want || !isBoth) faults.push(`${style.selector}: no logical sides`);
  });
  return faults;
}

test("the reader's stylesheet keeps its rules", () => {
  assert.deepEqual(findFaults(source), []);
});

test("the stylesheet is small", () => {
  assert.ok(Buffer.byteLength(source) < 8_000, `${Buffer.byteLength(source)} bytes`);
});

test("each rule is one that can be broken", () => {
  const broken = [
    "p { margin: 3px }",
    "p { color: #333 }",
    "p { background-color: #fff }",
    "p { position: relative }",
    "p { float: left }",
    "div { height: 4em }",
    "div { width: 20em }",
    "li { display: inline-block }",
    "p { font-family: Georgia }",
    "body { margin: 1em }",
    "p { text-align: left }",
    "p { hyphens: none }",
    "p { break-after: avoid }",
    "p { overflow-wrap: anywhere; word-wrap: break-word }",
    "p { border: thin solid #ccc }",
    "p { padding-left: 1em }",
    'p { padding-left: 1em } [dir="rtl"] p { padding-right: 1em } p { padding-inline: 1em 0 }',
    "p { margin: 0 !important }",
  ];
  for (const css of broken) assert.notDeepEqual(findFaults(css), [], css);
  assert.deepEqual(
    findFaults(
      'p { padding-left: 1em } [dir="rtl"] p { padding-left: 0; padding-right: 1em } [dir] p { padding-inline: 1em 0 }',
    ),
    [],
  );
});
