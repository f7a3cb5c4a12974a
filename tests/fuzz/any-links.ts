import fc from "fast-check";
import { anyAddress } from "./any-address.ts";

/** A few addresses, as `check-links.ts` puts them on one page. */
export const anyLinks: fc.Arbitrary<readonly string[]> = fc.array(
  fc.oneof({ weight: 9, arbitrary: anyAddress }, fc.string({ unit: "binary", maxLength: 20 })),
  { minLength: 1, maxLength: 4 },
);
