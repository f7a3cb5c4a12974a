/**
 * The text of every heading of a document of ours, in order, without the marks of notes. Every
 * heading in it is closed, and none holds another.
 */
export function listHeadings(html: string): readonly string[] {
  return [...html.matchAll(/<h([1-6])(?: [^>]*)?>(.*?)<\/h\1>/gs)].map(([, , inner = ""]) =>
    inner
      .replace(/<a [^>]*\bclass="note-ref"[^>]*>.*?<\/a>/gs, "")
      .replace(/<[^>]*>/g, "")
      .replace(
        /&(lt|gt|quot|#x27|#x3D|#x60|amp);/g,
        (whole, name: string) => ENTITIES[name] ?? whole,
      )
      .replace(/\s+/g, " ")
      .trim(),
  );
}

/** What Handlebars and our own writer escape. */
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#x3D": "=",
  "#x60": "`",
  amp: "&",
};
