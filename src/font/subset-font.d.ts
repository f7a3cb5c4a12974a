/** The package comes without types; this is the part of it that is used. */
declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: "sfnt";
      readonly keepFeatures: readonly string[];
      readonly preserveNameIds: readonly number[];
      readonly noHinting: boolean;
      readonly variationAxes?: { readonly wght: number };
    },
  ): Promise<Buffer>;
}
