/** The part of css-tree's tokenizer that we use by itself; its types tell of the whole package only. */
declare module "css-tree/tokenizer" {
  export { tokenize, tokenTypes } from "css-tree";
}
