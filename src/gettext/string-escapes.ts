const NAMED: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  "\\": "\\",
  '"': '"',
};

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(NAMED).map(([name, sign]) => [sign, `\\${name}`]),
);

/**
 * A run of bytes by their numbers, or one sign by its name. Of hexadecimal digits gettext takes as many as
 * there are, and the last two count; of octal ones it takes up to three.
 */
const ESCAPE = /((?:\\(?:x[\dA-Fa-f]+|[0-7]{1,3}))+)|\\(.?)/gsu;
const NUMBER = /\\(?:x([\dA-Fa-f]+)|([0-7]{1,3}))/g;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Where in the raw string an escape is wrong, and how it reads. */
export interface BadEscape {
  readonly at: number;
  readonly found: string;
}

/** The text that is meant by what stands between the quotes of a PO file. */
export function unescapeString(raw: string): string | BadEscape {
  let wrong: BadEscape | undefined;
  const text = raw.replace(ESCAPE, (found, numbers: string | undefined, name, at: number) => {
    const sign = numbers === undefined ? NAMED[name] : decodeNumbers(numbers);
    if (sign === undefined) wrong ??= { at, found };
    return sign ?? "";
  });
  return wrong ?? text;
}

/** Undefined where the bytes are no UTF-8, and for the byte 0, which ends a string in gettext. */
function decodeNumbers(numbers: string): string | undefined {
  const bytes = Array.from(numbers.matchAll(NUMBER), ([, hex, octal = ""]) =>
    hex === undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex.slice(-2), 16),
  );
  if (bytes.some((byte) => byte === 0 || byte > 255)) return undefined;
  try {
    return UTF8.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** A text as it stands between the quotes of a PO file. */
export function escapeString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped.
  return text.replace(/[\u0007-\r\\"]/g, (sign) => NAMES[sign] ?? sign);
}
