import { breakAddress } from "../publication/break-address.ts";
import { describeCredit, describeStage, nameOwnLanguage, type Setting } from "./print-context.ts";
import { setTitle } from "./print-titles.ts";

/**
 * What the template `print/handout` gets: one session, the module that it belongs to, and what a
 * book says on its imprint and credits pages. Every field is always there; empty means not printed.
 */
export function describeHandout(setting: Setting): object {
  const { publication } = setting;
  const [session] = publication.stages
    .filter((part) => part.sessions.length > 0)
    .flatMap((part) => describeStage(part, setting).sessions);
  const { module } = publication;
  return {
    direction: publication.language.direction,
    edition: publication.edition === undefined ? "" : `edition-${publication.edition}`,
    curriculumTitle: publication.curriculumTitle,
    section: publication.section,
    moduleTitle: setTitle(module.title),
    moduleSpoken: module.titleLanguage ?? module.language,
    level: publication.facts.level,
    // The head of the handout says where the session stands: no stage opens here.
    session: { ...session, opensStage: false },
    authors: publication.authors,
    publisher: publication.publisher,
    date: publication.date ?? "",
    version: publication.version,
    licence: publication.licence ?? "",
    licenceAddress: breakAddress(publication.licence?.url ?? ""),
    languageName: nameOwnLanguage(publication.language),
    identifier: publication.identifier,
    fingerprint: publication.fingerprint,
    credits: publication.credits.map((credit) => describeCredit(credit, publication)),
    faces: setting.faces,
  };
}
