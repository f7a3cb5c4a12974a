import { parseSizeBytes } from "./size.ts";

/**
 * What one build may be asked to do. Content comes from strangers: whatever is far above what people
 * write is a mistake or an attack, and is told before it costs memory or time.
 */
export interface Limits {
  /** Of a page's file. */
  readonly pageBytes: number;
  /** Of the header of a page. */
  readonly headerBytes: number;
  /** Levels of lists, quotations and tags within each other; real pages reach 8. */
  readonly nesting: number;
  /** Of a page's Markdown: paragraphs, list items, cells and other parts, each begun or ended. */
  readonly pageParts: number;
  /** Of an image's file. */
  readonly imageBytes: number;
  /** Of an image, decoded: width times height. */
  readonly imagePixels: number;
  /** Pages of one printed book. */
  readonly bookPages: number;
  /** For making one book, all its formats together. */
  readonly bookSeconds: number;
}

export type LimitKey = keyof typeof LIMITS;

/** What a configuration says of them, as it is written there. */
export type GivenLimits = Readonly<Partial<Record<LimitKey, string | number | undefined>>>;

/** Limits that whoever builds has set, in bytes or as a number: they hold, whatever content says. */
export type SetLimits = Readonly<Partial<Record<LimitKey, number>>>;

/**
 * A number with its bounds; `isSize` for bytes, written as `2MB`. Content may lower the standard;
 * more, up to `most`, is for whoever builds.
 */
export interface Range {
  readonly isSize: boolean;
  readonly least: number;
  readonly most: number;
  readonly standard: number;
  readonly about: string;
}

/** The keys of `limits:`. Sizes in bytes; the longest known page has 40 kB, its header 4 kB. */
export const LIMITS = {
  "page-size": {
    isSize: true,
    least: 1000,
    most: 20_000_000,
    standard: 2_000_000,
    about: "The most that a page's file may hold, such as 2MB.",
  },
  "header-size": {
    isSize: true,
    least: 1000,
    most: 1_000_000,
    standard: 100_000,
    about: "The most that a page's header may hold, such as 100kB.",
  },
  nesting: {
    isSize: false,
    least: 10,
    most: 50,
    standard: 40,
    about: "How deep lists, quotations and tags may stand within each other.",
  },
  "page-parts": {
    isSize: false,
    least: 1000,
    most: 5_000_000,
    standard: 200_000,
    about: "Of how many paragraphs, list items, cells and the like a page may be.",
  },
  "image-size": {
    isSize: true,
    least: 10_000,
    most: 500_000_000,
    standard: 50_000_000,
    about: "The most that an image's file may hold, such as 50MB.",
  },
  "image-megapixels": {
    isSize: false,
    least: 1,
    most: 500,
    standard: 50,
    about: "Of how many million pixels an image may be.",
  },
  "book-pages": {
    isSize: false,
    least: 10,
    most: 20_000,
    standard: 2000,
    about: "How many pages a printed book may have.",
  },
  "book-seconds": {
    isSize: false,
    least: 10,
    most: 86_400,
    standard: 600,
    about: "How long the making of one book may take, in seconds.",
  },
} as const satisfies Record<string, Range>;

export const LIMIT_KEYS = Object.keys(LIMITS) as readonly LimitKey[];

/** "a size from 1kB to 20MB", for the message about a value that is none. */
export function describeLimit(key: string): string {
  return isLimitKey(key) ? describeRange(LIMITS[key]) : `one of ${LIMIT_KEYS.join(", ")}`;
}

/** The same of what content may set: it can lower a limit, and not raise it. */
export function describeLowered(key: string): string {
  if (!isLimitKey(key)) return describeLimit(key);
  return describeRange({ ...LIMITS[key], most: LIMITS[key].standard });
}

/** What `key` is set to by `text`, in bytes or as a number; undefined where it is no such limit. */
export function parseLimit(key: string, text: string): SetLimits | undefined {
  const amount = isLimitKey(key) ? readAmount(text.trim(), LIMITS[key]) : undefined;
  return amount === undefined ? undefined : { [key]: amount };
}

/** Of the limits that were set, those above their standard: `page-size 5MB (else 2MB)`. */
export function listRaised(set: SetLimits): readonly string[] {
  return LIMIT_KEYS.flatMap((key) => {
    const [range, amount] = [LIMITS[key], set[key] ?? 0];
    if (amount <= range.standard) return [];
    return [`${key} ${writeAmount(amount, range)} (else ${writeAmount(range.standard, range)})`];
  });
}

/**
 * Whether `value` asks for more than content may: the standard, as it is written, or undefined. What
 * whoever builds has set is asked for by nobody else.
 */
export function findRaise(key: string, value: string, set: SetLimits): string | undefined {
  if (!isLimitKey(key)) return undefined;
  const range = LIMITS[key];
  const amount = readAmount(value, range) ?? 0;
  if (amount <= Math.max(range.standard, set[key] ?? 0)) return undefined;
  return writeAmount(set[key] ?? range.standard, range);
}

/** The limits that whoever builds has set, the lower ones of the configuration, and the defaults. */
export function readLimits(given: GivenLimits = {}, set: SetLimits = {}): Limits {
  const settle = (key: LimitKey) => {
    const range: Range = LIMITS[key];
    return set[key] ?? Math.min(readAmount(given[key], range) ?? range.standard, range.standard);
  };
  return {
    pageBytes: settle("page-size"),
    headerBytes: settle("header-size"),
    nesting: settle("nesting"),
    pageParts: settle("page-parts"),
    imageBytes: settle("image-size"),
    imagePixels: settle("image-megapixels") * 1_000_000,
    bookPages: settle("book-pages"),
    bookSeconds: settle("book-seconds"),
  };
}

/** Without a configuration. */
export const DEFAULT_LIMITS: Limits = readLimits();

function isLimitKey(key: string): key is LimitKey {
  return Object.hasOwn(LIMITS, key);
}

export function readAmount(value: string | number | undefined, range: Range): number | undefined {
  const text = String(value ?? "");
  const amount = range.isSize ? parseSizeBytes(text) : /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (amount === undefined || amount < range.least || amount > range.most) return undefined;
  return amount;
}

export function describeRange(range: Range): string {
  const kind = range.isSize ? "a size" : "a whole number";
  return `${kind} from ${writeAmount(range.least, range)} to ${writeAmount(range.most, range)}`;
}

export function writeAmount(amount: number, { isSize }: Range): string {
  return isSize ? writeSize(amount) : String(amount);
}

/** As it is written in `handpress.yaml`: `2MB`, `100kB`. */
export function writeSize(bytes: number): string {
  return bytes >= 1_000_000
    ? `${Math.round(bytes / 100_000) / 10}MB`
    : `${Math.round(bytes / 100) / 10}kB`;
}
