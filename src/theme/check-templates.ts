import Handlebars from "handlebars";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { findNearWord } from "../wording/near-word.ts";
import { diagnose } from "./rules.ts";
import { placeIn } from "./theme-error.ts";

/** What a template may name. */
export interface TemplateNames {
  /** Templates of the theme and of those that it extends. */
  readonly partials: readonly string[];
  readonly helpers: readonly string[];
  /** Keys of interface words. */
  readonly words: ReadonlySet<string>;
}

/** Helpers that take a key of the interface words first. */
const SPEAKERS: ReadonlySet<string> = new Set(["say"]);

/**
 * Finds what would keep a template from being used with any book: it does not parse, it would print
 * a string unescaped (`{{{x}}}`, `{{&x}}`: only trees may become markup), or it names a partial, a
 * helper or a word that is not there (THM004).
 *
 * @param file as it is named in messages.
 */
export function findTemplateProblem(
  file: string,
  text: string,
  names: TemplateNames,
): Diagnostic | undefined {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text);
  } catch (error) {
    return describeParseError(file, error);
  }
  const inspector = new Inspector(file, names);
  inspector.accept(program);
  return inspector.diagnostic;
}

/** The parser's own message is four lines with a drawing; one sentence and the line say as much. */
function describeParseError(file: string, error: unknown): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  const found = /got '(\w+)'/.exec(text)?.[1];
  const blocks = /(\S+) doesn't match (\S+)(?: - (\d+):(\d+))?/.exec(text);
  if (blocks !== null) {
    const [, opened = "", closed = "", line] = blocks;
    const place = placeIn(file, line === undefined ? {} : { line: Number(line) });
    return diagnose("THM004 block", place, { opened, closed });
  }
  const line = Number(/line (\d+)/.exec(text)?.[1] ?? 1);
  return diagnose(`THM004 ${found === "EOF" ? "end" : "text"} whole`, { file, line });
}

class Inspector extends Handlebars.Visitor {
  readonly #names: TemplateNames;
  readonly #inline = new Set<string>();
  readonly #file: string;
  diagnostic: Diagnostic | undefined;

  constructor(file: string, names: TemplateNames) {
    super();
    this.#file = file;
    this.#names = names;
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) {
      const example = "{{name}}";
      this.diagnostic ??= diagnose("THM004 markup", this.#place(statement), { example });
    }
    if (takesParts(statement)) this.#checkHelper(statement);
    super.MustacheStatement(statement);
  }

  override BlockStatement(statement: hbs.AST.BlockStatement): void {
    if (takesParts(statement)) this.#checkHelper(statement);
    super.BlockStatement(statement);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#checkHelper(expression);
    super.SubExpression(expression);
  }

  override DecoratorBlock(statement: hbs.AST.DecoratorBlock): void {
    const [name] = statement.params;
    if (name !== undefined && isString(name)) this.#inline.add(name.value);
    super.DecoratorBlock(statement);
  }

  override PartialStatement(statement: hbs.AST.PartialStatement): void {
    this.#checkPartial(statement);
    super.PartialStatement(statement);
  }

  override PartialBlockStatement(statement: hbs.AST.PartialBlockStatement): void {
    this.#checkPartial(statement);
    super.PartialBlockStatement(statement);
  }

  #checkPartial(node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    const name = "original" in node.name ? String(node.name.original) : "";
    // A name that is worked out, and the block that a partial was given.
    if (name === "" || name.startsWith("@") || this.#inline.has(name)) return;
    if (this.#names.partials.includes(name)) return;
    const near = findNearWord(name, this.#names.partials, 3);
    const hint = near === undefined ? "partial" : "nearPartial";
    const values = { name, near: near ?? "" };
    this.diagnostic ??= diagnose(`THM004 partial ${hint}`, this.#place(node), values);
  }

  #checkHelper(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) {
    const name = "original" in node.path ? String(node.path.original) : "";
    if (!this.#names.helpers.includes(name)) {
      const near = findNearWord(name, this.#names.helpers, 2);
      const hint = near === undefined ? "helper" : "nearHelper";
      const values = { name, helpers: this.#names.helpers.join(", "), near: near ?? "" };
      this.diagnostic ??= diagnose(`THM004 helper ${hint}`, this.#place(node), values);
      return;
    }
    const [key] = node.params;
    if (!SPEAKERS.has(name) || key === undefined || !isString(key)) return;
    if (this.#names.words.has(key.value)) return;
    const near = findNearWord(key.value, [...this.#names.words], 3);
    const hint = near === undefined ? "word" : "nearWord";
    const values = { name: key.value, near: near ?? "" };
    this.diagnostic ??= diagnose(`THM004 word ${hint}`, this.#place(key), values);
  }

  #place({ loc: { start } }: hbs.AST.Node): Place {
    return { file: this.#file, line: start.line, column: start.column + 1 };
  }
}

const isString = (node: hbs.AST.Node): node is hbs.AST.StringLiteral =>
  node.type === "StringLiteral";

/** `{{name}}` may be a value; with something behind the name it is a helper. */
function takesParts(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): boolean {
  return node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
}
