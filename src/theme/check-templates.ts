import Handlebars from "handlebars";
import { findNearWord } from "../wording/near-word.ts";
import type { FaultPlace } from "./theme-error.ts";

/** What is wrong in a template, and where. */
export interface TemplateProblem extends FaultPlace {
  readonly message: string;
  readonly hint: string;
}

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
 * helper or a word that is not there.
 */
export function findTemplateProblem(
  text: string,
  names: TemplateNames,
): TemplateProblem | undefined {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text);
  } catch (error) {
    return describeParseError(error);
  }
  const inspector = new Inspector(names);
  inspector.accept(program);
  return inspector.problem;
}

/** The parser's own message is four lines with a drawing; one sentence and the line say as much. */
function describeParseError(error: unknown): TemplateProblem {
  const text = error instanceof Error ? error.message : String(error);
  const found = /got '(\w+)'/.exec(text)?.[1];
  const blocks = /(\S+) doesn't match (\S+)(?: - (\d+):(\d+))?/.exec(text);
  if (blocks !== null) {
    const line = blocks[3] === undefined ? undefined : Number(blocks[3]);
    return {
      message: `Unexpected end of a block: \`{{#${blocks[1]}}}\` is closed by \`{{/${blocks[2]}}}\``,
      hint: "Blocks close in the order in which they were opened, the last one first.",
      line,
    };
  }
  const line = Number(/line (\d+)/.exec(text)?.[1] ?? 1);
  const what = found === "EOF" ? "end of the template" : "text in `{{…}}`";
  return {
    message: `Unexpected ${what}, expected Handlebars that is whole`,
    hint: "Each {{ has its }}, each {{#if …}} or {{#each …}} its {{/if}} or {{/each}}. Look at this line and those above.",
    line,
  };
}

class Inspector extends Handlebars.Visitor {
  readonly #names: TemplateNames;
  readonly #inline = new Set<string>();
  problem: TemplateProblem | undefined;

  constructor(names: TemplateNames) {
    super();
    this.#names = names;
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) {
      this.#report(
        statement.loc,
        "Unexpected {{{…}}}, expected {{…}} or {{markup …}}",
        "Texts of the content are never markup: {{name}} escapes them.",
      );
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

  #checkPartial({ name, loc }: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    const wanted = "original" in name ? String(name.original) : "";
    // A name that is worked out, and the block that a partial was given.
    if (wanted === "" || wanted.startsWith("@") || this.#inline.has(wanted)) return;
    if (this.#names.partials.includes(wanted)) return;
    const near = findNearWord(wanted, this.#names.partials, 3);
    this.#report(
      loc,
      `Unexpected partial \`${wanted}\`, expected a template that is there`,
      near === undefined
        ? `Write templates/${wanted}.hbs, or take the line out.`
        : `Did you mean {{> ${near}}}?`,
    );
  }

  #checkHelper(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) {
    const name = "original" in node.path ? String(node.path.original) : "";
    if (!this.#names.helpers.includes(name)) {
      const near = findNearWord(name, this.#names.helpers, 2);
      this.#report(
        node.loc,
        `Unexpected helper \`${name}\`, expected one of ${this.#names.helpers.join(", ")}`,
        near === undefined ? "docs/themes.md says what each does." : `Did you mean ${near}?`,
      );
      return;
    }
    const [key] = node.params;
    if (!SPEAKERS.has(name) || key === undefined || !isString(key)) return;
    if (this.#names.words.has(key.value)) return;
    const near = findNearWord(key.value, [...this.#names.words], 3);
    this.#report(
      key.loc,
      `Unexpected word \`${key.value}\`, expected a key of strings/en.yaml`,
      near === undefined
        ? `Write it there: ${key.value}: "…"`
        : `Did you mean ${near}? A word of your own goes into strings/en.yaml.`,
    );
  }

  #report(loc: hbs.AST.SourceLocation, message: string, hint: string): void {
    this.problem ??= { message, hint, line: loc.start.line, column: loc.start.column + 1 };
  }
}

const isString = (node: hbs.AST.Node): node is hbs.AST.StringLiteral =>
  node.type === "StringLiteral";

/** `{{name}}` may be a value; with something behind the name it is a helper. */
function takesParts(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): boolean {
  return node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
}
