/** The rule of a language for plurals. */
export interface PluralForms {
  /** How many forms it has. */
  readonly count: number;
  /** Which of them a number takes, from 0. NaN where the rule divides by zero. */
  readonly formFor: (number: number) => number;
}

/** Rules of real languages have up to 200 signs; deep brackets must not fill the stack. */
const LONGEST_RULE = 500;
/** The most that is asked of a rule: hundreds differ in their last two digits. */
const TRIED = 1000;
const TOKEN = /\s*(\d{1,9}|n|\|\||&&|[=!<>]=|[-+*/%<>!?:()])/y;

type Rule = (n: number) => number;

/**
 * What stands behind `Plural-Forms:`, `nplurals=2; plural=(n != 1);`. The expression is C's, of numbers
 * without a sign: it is parsed, and nothing of it is run as code.
 *
 * @returns undefined where it is none.
 */
export function readPluralForms(value: string): PluralForms | undefined {
  const [, count = "", expression = ""] =
    /^\s*nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=([^;]*);?\s*$/.exec(value) ?? [];
  const formFor = expression.length > LONGEST_RULE ? undefined : parseRule(expression);
  if (formFor === undefined || Number(count) === 0) return undefined;
  return { count: Number(count), formFor };
}

/** The first number that has a form which is not there. */
export function findWrongForm({
  count,
  formFor,
}: PluralForms): { readonly number: number; readonly form: number } | undefined {
  for (let number = 0; number <= TRIED; number += 1) {
    const form = formFor(number);
    if (!(form < count)) return { number, form };
  }
  return undefined;
}

function parseRule(expression: string): Rule | undefined {
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < expression.trimEnd().length; ) {
    const match = TOKEN.exec(expression);
    if (match === null) return undefined;
    tokens.push(match[1] ?? "");
  }
  tokens.reverse();
  const rule = parseChoice(tokens);
  return tokens.length === 0 ? rule : undefined;
}

/** Tokens are taken from the end of the list. */
function parseChoice(tokens: string[]): Rule | undefined {
  const condition = parseBinary(tokens, 0);
  if (condition === undefined || tokens.at(-1) !== "?") return condition;
  tokens.pop();
  const whenTrue = parseChoice(tokens);
  if (tokens.pop() !== ":") return undefined;
  const whenFalse = parseChoice(tokens);
  if (whenTrue === undefined || whenFalse === undefined) return undefined;
  return (n) => (condition(n) !== 0 ? whenTrue(n) : whenFalse(n));
}

type Operator = (left: Rule, right: Rule) => Rule;

const simple =
  (operate: (left: number, right: number) => number | boolean): Operator =>
  (left, right) =>
  (n) =>
    Number(operate(left(n), right(n)));

/** C's operators, those that bind least first. */
const OPERATORS: readonly Readonly<Record<string, Operator>>[] = [
  { "||": (left, right) => (n) => Number(left(n) !== 0 || right(n) !== 0) },
  { "&&": (left, right) => (n) => Number(left(n) !== 0 && right(n) !== 0) },
  { "==": simple((a, b) => a === b), "!=": simple((a, b) => a !== b) },
  {
    "<": simple((a, b) => a < b),
    ">": simple((a, b) => a > b),
    "<=": simple((a, b) => a <= b),
    ">=": simple((a, b) => a >= b),
  },
  { "+": simple((a, b) => a + b), "-": simple((a, b) => a - b) },
  {
    "*": simple((a, b) => a * b),
    "/": simple((a, b) => Math.floor(a / b)),
    "%": simple((a, b) => a % b),
  },
];

function parseBinary(tokens: string[], level: number): Rule | undefined {
  const operators = OPERATORS[level];
  if (operators === undefined) return parseUnary(tokens);
  let left = parseBinary(tokens, level + 1);
  for (;;) {
    const operator = operators[tokens.at(-1) ?? ""];
    if (operator === undefined || left === undefined) return left;
    tokens.pop();
    const right = parseBinary(tokens, level + 1);
    left = right === undefined ? undefined : operator(left, right);
  }
}

function parseUnary(tokens: string[]): Rule | undefined {
  const token = tokens.pop();
  if (token === "n") return (n) => n;
  if (token === "!") {
    const operand = parseUnary(tokens);
    return operand === undefined ? undefined : (n) => Number(operand(n) === 0);
  }
  if (token === "(") {
    const inner = parseChoice(tokens);
    return tokens.pop() === ")" ? inner : undefined;
  }
  if (token === undefined || !/^\d+$/.test(token)) return undefined;
  const value = Number(token);
  return () => value;
}
