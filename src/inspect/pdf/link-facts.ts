import { destinationOf } from "./check-links.ts";
import type { PdfDocument } from "./read-document.ts";

export interface LinksFact {
  /** To a place in the file. */
  readonly internal: number;
  readonly web: number;
  readonly mail: number;
  /** To a file, by an action, or to nowhere. */
  readonly other: number;
  /** Each address once, in the order of the file. */
  readonly addresses: readonly string[];
  /** Files elsewhere that links lead to. */
  readonly files: readonly string[];
}

/** Where the links on the pages lead. */
export function collectLinks(document: PdfDocument): LinksFact {
  const { file, annotations, survey } = document;
  let internal = 0;
  let web = 0;
  let mail = 0;
  let other = 0;
  for (const { dict, type } of annotations) {
    if (type !== "Link") continue;
    const address = file.text(file.dict(dict.get("A"))?.get("URI")) ?? "";
    if (destinationOf(file, dict) !== undefined) internal += 1;
    else if (/^https?:/i.test(address)) web += 1;
    else if (/^mailto:/i.test(address)) mail += 1;
    else other += 1;
  }
  const targetsOf = (...types: readonly string[]) => [
    ...new Set(
      survey.actions.filter(({ type }) => types.includes(type)).map(({ target }) => target),
    ),
  ];
  return {
    internal,
    web,
    mail,
    other,
    addresses: targetsOf("URI"),
    files: targetsOf("GoToR", "GoToE"),
  };
}
