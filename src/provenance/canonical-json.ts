import { createHash } from "node:crypto";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** JSON with the keys of every object sorted by code unit, and a line end: the same value, the same bytes. */
export function writeJson(value: Json): string {
  return `${JSON.stringify(sortKeys(value), undefined, 2)}\n`;
}

/** A name for a value, made of what it says: sixteen hex digits. */
export function nameValue(value: Json): string {
  return createHash("sha256").update(writeJson(value), "utf8").digest("hex").slice(0, 16);
}

function sortKeys(value: Json | undefined): Json | undefined {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => sortKeys(one) ?? null);
  const entries = Object.entries(value as Readonly<Record<string, Json | undefined>>);
  return Object.fromEntries(
    entries
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sortKeys(one)]),
  );
}
