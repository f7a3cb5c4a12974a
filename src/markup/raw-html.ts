import { Tokenizer, TokenizerMode } from "parse5";

/** A piece of HTML that stands in Markdown. */
export type HtmlEvent =
  | {
      readonly type: "open";
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly selfClosing: boolean;
      /** Lines from the start of the piece, counted from 0. */
      readonly line: number;
    }
  | { readonly type: "close"; readonly tag: string }
  | { readonly type: "text"; readonly value: string };

/** Elements whose content is no markup (HTML Living Standard §13.2.6.4.7). */
const RAW_TEXT: ReadonlyMap<string, number> = new Map([
  ["iframe", TokenizerMode.RAWTEXT],
  ["noembed", TokenizerMode.RAWTEXT],
  ["noframes", TokenizerMode.RAWTEXT],
  ["noscript", TokenizerMode.RAWTEXT],
  ["plaintext", TokenizerMode.PLAINTEXT],
  ["script", TokenizerMode.SCRIPT_DATA],
  ["style", TokenizerMode.RAWTEXT],
  ["textarea", TokenizerMode.RCDATA],
  ["title", TokenizerMode.RCDATA],
  ["xmp", TokenizerMode.RAWTEXT],
]);

/**
 * Reads a piece of HTML by parse5's tokenizer: character references, quoting and case as browsers
 * have them. No tree is built here, so nothing can nest; comments and doctypes are dropped.
 */
export function readHtml(html: string): readonly HtmlEvent[] {
  const events: HtmlEvent[] = [];
  const addText = ({ chars }: { chars: string }) => {
    events.push({ type: "text", value: chars });
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const attributes = new Map(token.attrs.map(({ name, value }) => [name, value]));
        const line = (token.location?.startLine ?? 1) - 1;
        const { tagName: tag, selfClosing } = token;
        events.push({ type: "open", tag, attributes, selfClosing, line });
        const mode = RAW_TEXT.get(tag);
        if (mode !== undefined) tokenizer.state = mode as typeof tokenizer.state;
      },
      onEndTag: ({ tagName: tag }) => events.push({ type: "close", tag }),
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
    },
  );
  tokenizer.write(html, true);
  return events;
}
