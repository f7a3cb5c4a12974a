import type { Lower } from "../../src/image/fit-images.ts";
import type { PreparedImage } from "../../src/image/image.ts";

export const sized = (path: string, sizeBytes: number, mediaType: PreparedImage["mediaType"]) => ({
  path,
  bytes: new Uint8Array(sizeBytes),
  mediaType,
  widthPx: 100,
  heightPx: 100,
});

export const jpeg = (path: string, sizeBytes: number) => sized(path, sizeBytes, "image/jpeg");

/** Each step halves. */
export const halve: Lower = async (image, step) => ({
  ...image,
  bytes: new Uint8Array(Math.ceil(image.bytes.byteLength / 2 ** step)),
});

export const sizes = (images: readonly { readonly to: PreparedImage }[]) =>
  images.map(({ to }) => [to.path, to.bytes.byteLength]);
