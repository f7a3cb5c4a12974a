import fc from "fast-check";
import { splinter } from "./broken-text.ts";

const SCHEMES = [
  "javascript:",
  "JaVaScRiPt:",
  "vbscript:",
  "data:",
  "file:",
  "blob:",
  "about:",
  "ftp:",
  "tel:",
  "http:",
  "https:",
  "HTTPS:",
  "mailto:",
  "page:",
  "view-source:",
  "ms-word:",
  "jar:",
  "urn:",
  "intent:",
  "\\\\",
  "//",
  "/",
  "///",
  "\\/",
  "c:",
  "C:\\",
  "",
];
const REST = [
  "alert(1)",
  "//example.org/",
  "//example.org",
  "text/html,<script>alert(1)</script>",
  "text/html;base64,PHNjcmlwdD4=",
  "///etc/passwd",
  "a@example.org",
  "a@example.org?subject=x y",
  "a@example.org?body=%0d%0aBcc:b@example.org",
  "//user:pw@example.org",
  "//[::1]/",
  "//127.1/",
  "//0x7f.1",
  "//example.org:99999/",
  "//\u0435xample.org/",
  "//xn--e1afmkfd/",
  "//ex\u2024ample.org",
  "//example.org/ü/%zz/(x)?q=%E2%80%AE#f",
  "//site.example/base/locks/keys/",
  "//site.example/base",
  "base/locks/keys/",
  "locks/keys/",
  "locks/keys/#goals",
  "locks/قفل/",
  "locks/%D9%82%D9%81%D9%84/",
  "keys.md",
  "../locks/keys",
  "../../../../etc/passwd",
  "..\\..\\x",
  "%2e%2e/%2e%2e/x",
  "lock.png",
  "assets/lock.png",
  "assets/ü b.png",
  "key.svg",
  "form.pdf",
  "locks/case/#goals",
  "#goals",
  "#",
  "#%",
  "#constructor",
  "#__proto__",
  "?a=1#b",
  "CON",
  "aux.png",
  "x.",
  "x ",
  "example.org/x",
  "www.example.org",
  "{{ site.url }}/x",
  "{% link keys.md %}",
  "{{ 'javascript:x' | relative_url }}",
  "page:locks/keys.md",
  "handpress.yaml",
  "",
  " ",
];
/** The same sign in other clothes. */
const CLOTHES: readonly ((sign: string) => string)[] = [
  (sign) => `&#${sign.codePointAt(0)};`,
  (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`,
  (sign) => `&#0000${sign.codePointAt(0)}`,
  (sign) => encodeURIComponent(sign),
  (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, "0").slice(-2)}`,
  (sign) => `%25${(sign.codePointAt(0) ?? 0).toString(16)}`,
  (sign) => sign.toUpperCase(),
  (sign) => `\\${sign}`,
  (sign) => `${sign}\n`,
  (sign) => `${sign}\t`,
  (sign) => `\u0000${sign}`,
  (sign) => `${sign}\u00AD`,
  (sign) => `${sign}\u200B`,
  (sign) => `&Tab;${sign}`,
  (sign) => `${sign}&NewLine;`,
  (sign) => String.fromCodePoint(Math.min(0x10ffff, (sign.codePointAt(0) ?? 0) + 0xfee0)),
  () => "&colon;",
];

const plain = fc
  .tuple(fc.constantFrom(...SCHEMES), fc.constantFrom(...REST))
  .map(([scheme, rest]) => scheme + rest);

/** Addresses of every kind, some of their signs written in another way, or with something between. */
export const anyAddress: fc.Arbitrary<string> = fc
  .tuple(
    plain,
    fc.array(fc.tuple(fc.nat({ max: 20 }), fc.constantFrom(...CLOTHES.keys())), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat({ max: 30 }), splinter), { maxLength: 2 }),
    fc.constantFrom(
      "",
      "",
      "",
      " ",
      "\n",
      "\u0001",
      "\u00A0",
      "\u202E",
      "&#1;",
      "\uFEFF",
      "\t\u0000 ",
    ),
  )
  .map(([address, clothes, splinters, before]) => {
    const signs = [...address];
    for (const [at, way] of clothes) {
      const sign = signs[at];
      if (sign !== undefined && sign !== "") signs[at] = CLOTHES[way]?.(sign) ?? sign;
    }
    for (const [at, put] of splinters) signs.splice(Math.min(at, signs.length), 0, put);
    return before + signs.join("");
  });
