import sharp from "sharp";

/** Few threads and no cache: the same bytes on every machine, and memory that does not grow. */
sharp.concurrency(1);
sharp.cache(false);
// The decoders that are needed and no others: libvips has many, and the files are strangers'.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadHeifBuffer",
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadNsgifBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadSvgBuffer",
    "VipsForeignLoadTiffBuffer",
    "VipsForeignLoadWebpBuffer",
  ],
});

/** The image library with these bounds; nothing here imports it in another way. */
export { sharp };
