import type { BodyTarget, Unit } from "./unit.ts";

/** A unit of a body, before its page is known. */
export type LocatedUnit = Pick<Unit, "kind" | "source" | "addresses"> & Omit<BodyTarget, "in">;
