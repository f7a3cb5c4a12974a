import { describeImprint, describeStage, type Setting } from "./print-context.ts";
import { setTitle } from "./print-titles.ts";

/**
 * What the template `print/handout` gets: one session, the module that it belongs to, and what a
 * book says on its imprint and credits pages. Every field is always there; empty means not printed.
 */
export function describeOffprint(setting: Setting): object {
  const { publication } = setting;
  const [part] = publication.parts;
  const { module, facts } = part;
  const [session] = part.stages.flatMap((group) => describeStage(group, part, setting).sessions);
  return {
    direction: publication.language.direction,
    edition: publication.edition === undefined ? "" : `edition-${publication.edition}`,
    curriculumTitle: publication.curriculumTitle,
    section: publication.section,
    moduleTitle: setTitle(module.title),
    moduleSpoken: module.titleLanguage ?? module.language,
    level: facts.level,
    session,
    ...describeImprint(publication),
    faces: setting.faces,
  };
}
