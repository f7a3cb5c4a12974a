/** Helpers that give words, and the ones that give the same words as markup with their language. */
const MARKED: ReadonlyMap<string, string> = new Map([
  ["say", "say-marked"],
  ["date", "date-marked"],
  ["duration", "duration-marked"],
]);

/** Elements whose content is plain text: a tag in it would be shown (HTML, "RCDATA"). */
const PLAIN_ELEMENTS: ReadonlySet<string> = new Set(["title", "style", "textarea"]);

/**
 * Makes `{{say …}}`, `{{date …}}` and `{{duration …}}` write the language of what they say where it
 * is not the book's: wherever they stand between tags. Within a tag (an attribute) and in `<title>`
 * no markup can stand; there they stay as they are, and so do subexpressions, which are values.
 *
 * So a template says `{{say "notes"}}` in every place. A partial is taken to begin between tags.
 *
 * @param program changed in place.
 */
export function markTextPositions(program: hbs.AST.Program): hbs.AST.Program {
  walk(program, TEXT);
  return program;
}

/** Where in the markup a template's text ends. */
interface Position {
  readonly in: "text" | "tag" | "quoted" | "plain";
  /** In a tag: its name. In plain text: the element's. */
  readonly element: string;
  readonly quote: string;
}

const TEXT: Position = { in: "text", element: "", quote: "" };

function walk(program: hbs.AST.Program | undefined, start: Position): Position {
  let position = start;
  for (const statement of program?.body ?? []) {
    if (isContent(statement)) {
      position = readOn(statement.value, position);
    } else if (isMustache(statement)) {
      const { path } = statement;
      const marked = "original" in path ? MARKED.get(String(path.original)) : undefined;
      if (position.in === "text" && marked !== undefined) {
        Object.assign(path, { original: marked, parts: [marked] });
      }
    } else if (isBlock(statement)) {
      // Both branches begin where the block does, and end alike in a template that is well-formed.
      const after = walk(statement.program, position);
      walk(statement.inverse, position);
      position = after;
    } else if (statement.type === "PartialBlockStatement") {
      walk((statement as hbs.AST.PartialBlockStatement).program, TEXT);
    }
  }
  return position;
}

const isContent = (node: hbs.AST.Statement): node is hbs.AST.ContentStatement =>
  node.type === "ContentStatement";
const isMustache = (node: hbs.AST.Statement): node is hbs.AST.MustacheStatement =>
  node.type === "MustacheStatement";
const isBlock = (node: hbs.AST.Statement): node is hbs.AST.BlockStatement =>
  node.type === "BlockStatement";

/** Follows a piece of a template's own text, sign by sign. */
function readOn(text: string, start: Position): Position {
  let position = start;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (position.in === "quoted") {
      if (sign === position.quote) position = { ...position, in: "tag" };
    } else if (position.in === "tag") {
      if (sign === '"' || sign === "'") position = { ...position, in: "quoted", quote: sign };
      else if (sign === ">") position = afterTag(position.element);
    } else if (sign === "<") {
      const name = /^<(\/?[A-Za-z!?][\w-]*)/.exec(text.slice(at, at + 40))?.[1]?.toLowerCase();
      if (name === undefined) continue;
      if (position.in === "plain" && name !== `/${position.element}`) continue;
      position = { in: "tag", element: name, quote: "" };
    }
  }
  return position;
}

function afterTag(element: string): Position {
  return PLAIN_ELEMENTS.has(element) ? { in: "plain", element, quote: "" } : TEXT;
}
