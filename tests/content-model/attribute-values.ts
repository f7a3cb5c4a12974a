const INTEGER = /^\s*-?\d+\s*$/;
const COUNT = /^\s*\d+\s*$/;
const POSITIVE = /^\s*0*[1-9]\d*\s*$/;

/** Values that an attribute may have, and the same for people. Keys: `name` or `element name`. */
const VALUES: Readonly<Record<string, readonly [RegExp, string]>> = {
  id: [/^\S+$/, "a name without white space"],
  dir: [/^(?:ltr|rtl|auto)$/i, "ltr, rtl or auto"],
  lang: [
    /^$|^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$|^[xi]-/,
    "a language tag such as `en` or `pt-BR`",
  ],
  tabindex: [INTEGER, "a whole number"],
  translate: [/^(?:yes|no)?$/i, "yes or no"],
  hidden: [/^(?:hidden|until-found)?$/i, "hidden"],
  colspan: [POSITIVE, "a number from 1"],
  rowspan: [COUNT, "a number from 0"],
  span: [POSITIVE, "a number from 1"],
  scope: [/^(?:row|col|rowgroup|colgroup)$/i, "row, col, rowgroup or colgroup"],
  start: [INTEGER, "a whole number"],
  "li value": [INTEGER, "a whole number"],
  "ol type": [/^[1aAiI]$/, "1, a, A, i or I"],
  "table border": [/^1?$/, "1, or nothing"],
  "img width": [COUNT, "a number of pixels without unit"],
  "img height": [COUNT, "a number of pixels without unit"],
  "img src": [/\S/, "an address"],
  "aria-hidden": [/^(?:true|false|undefined)$/, "true or false"],
  "aria-level": [POSITIVE, "a number from 1"],
};

/** What an attribute's value should have been; undefined where it is well. */
export function expectedValue(element: string, name: string, value: string): string | undefined {
  const rule = VALUES[`${element} ${name}`] ?? VALUES[name];
  return rule === undefined || rule[0].test(value) ? undefined : rule[1];
}
