/** The named colours of CSS Color 4 §6.1; the package has no types of its own. */
declare module "color-name" {
  const colours: Readonly<Record<string, readonly [red: number, green: number, blue: number]>>;
  export default colours;
}
