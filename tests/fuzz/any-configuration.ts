import fc from "fast-check";
import { anyYaml } from "./any-yaml.ts";
import { asBytes, broken, withLineEnds } from "./broken-text.ts";

const KEYS =
  "title publisher brand name logo colours accent ink paper contact licence url language theme sides greyscale formats fonts links maxSize editions output assets site renamed limits nesting tilte".split(
    " ",
  );
/** Values that are near to what some key wants. */
const NEAR = [
  "output: ../x",
  "output: a/../../b",
  "output: /etc",
  'output: "a\\0b"',
  "output: c:x",
  "output: ~/x",
  "output: 'a\\..\\..\\b'",
  "output: .",
  "output: '.. '",
  "assets: [a, ../b]",
  "theme: ./themes/../../x",
  "theme: handout",
  "brand:\n  logo: ../../etc/passwd\n  colours:\n    accent: '#12345G'",
  "brand:\n  name: \"<script>\\u0001\"\n  logo: a\n  contact: [a, b]\n  colours:\n    accent: '#ABCDEF'\n    ink: 'url(x)'",
  "licence: {name: A, url: 'javascript:x'}",
  "licence: {name: A, url: 'https://a.example/ b'}",
  "maxSize: 1e999MB",
  "maxSize: -1MB",
  "maxSize: 0kB",
  "maxSize: 99999999999999999999GB",
  "maxSize: 0.0001kB",
  "paper: 1x1",
  "paper: 9999x9999",
  "language: i-klingon",
  "formats: []",
  "formats: [pdf, pdf, epub]",
  "editions: all",
  "editions: [all]",
  "site: 'javascript:x'",
  "site: [//x, '/', '', 'https://', '%']",
  "renamed: {__proto__: /a/, constructor: /b/, /a/: /b/, /b/: /a/}",
  "renamed: {'': '', /gone/: /b/}",
  "renamed: [a]",
  "greyscale: yes",
  "greyscale: true",
  "title: [a]",
  "title: {a: b}",
];

/** The file `handpress.yaml`, of any content. */
export const anyConfiguration: fc.Arbitrary<Uint8Array> = asBytes(
  withLineEnds(
    broken(
      fc
        .tuple(anyYaml(KEYS), fc.array(fc.constantFrom(...NEAR), { maxLength: 4 }))
        .map(([yaml, near]) => [...near, yaml].join("\n")),
      1,
    ),
  ),
);
