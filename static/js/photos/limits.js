/** The largest sizes and counts the engine accepts. Source: design document metadata.md, section 14. */

export const MEBIBYTE = 1024 * 1024;

export const MAX_FILE_BYTES = 2**53;
export const IN_MEMORY_MAX_BYTES = 64 * MEBIBYTE;
export const REPORT_MAX_BYTES = 16 * MEBIBYTE;
export const INFLATE_MAX_BYTES = 16 * MEBIBYTE;
export const TEXT_INFLATE_MAX_BYTES = 64 * 1024;

export const MAX_OPS = 10_000_000;
export const MAX_JPEG_SEGMENTS = 100_000;
export const MAX_PNG_CHUNKS = 1_000_000;
export const MAX_WEBP_CHUNKS = 200_000;
export const MAX_ICC_TAGS = 200;
export const MAX_DIRECTORY_ENTRIES = 4_096;
export const MAX_TAIL_PARTS = 64;
export const MAX_GIF_BLOCKS = 10_000_000;
export const MAX_GIF_PARTS = 200_000;
export const MAX_BMP_PADDED_ROWS = 100_000;
export const MAX_FRAME_INDEX_BYTES = MEBIBYTE;
export const MAX_TIFF_PAGES = 2_000;
export const MAX_TIFF_ENTRIES = 200_000;
export const MAX_TIFF_STRIPS = 300_000;
export const MAX_BOXES = 200_000;
export const MAX_BOX_DEPTH = 16;
export const MAX_TABLE_BYTES = 256 * MEBIBYTE;
export const MAX_SAMPLES = 20_000_000;
export const MAX_CHUNKS = 2_000_000;
export const MAX_KEPT_RANGES = 200_000;
export const MAX_ITEMS = 65_535;
export const MAX_REFERENCES = 1_000_000;
export const MAX_CONFIGURATION_BYTES = 512 * 1024;
export const MAX_EXTENTS = 200_000;
export const MAX_REPORTED_PARTS = 1_000;
export const MAX_FINDINGS_PER_CODE = 100;
export const MAX_VALUE_CHARACTERS = 200;
export const MAX_TAG_ROWS = 500;
