import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";

/** Of one document. */
const MOST_KINDS = 500;
const LONGEST = 80;

/** Constructs of one document that are not known; those of one name are told once, with their number. */
export class FoldedUnknown {
  readonly #found = new Map<string, { kind: string; said: string; count: number }>();

  /** @param detail of the first that is found, asked for once: its value, its line. */
  add(kind: string, name: string, detail: () => string = () => ""): void {
    const isFull = this.#found.size >= MOST_KINDS;
    const key = isFull ? "" : `${kind}\0${name}`;
    const known = this.#found.get(key);
    if (known !== undefined) known.count += 1;
    else this.#found.set(key, { kind, said: shorten(`${name} ${detail()}`.trim()), count: 1 });
  }

  addTo(findings: PrivacyFindings): void {
    for (const { kind, said, count } of this.#found.values())
      findings.note(`TEL705 ${count === 1 ? "construct" : "constructs"}`, kind, {
        said,
        more: count - 1,
      });
  }
}

const shorten = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
