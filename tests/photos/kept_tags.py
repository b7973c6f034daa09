"""What exiftool may find in a clean file: what shows the picture, and the neutral names. All else is private."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.photos.movie_tags import is_of_movie

NEWEST_NEEDED = 13


def _find_exiftool() -> str:
    """A command of a version that reads today's formats rightly; empty for none."""
    command = os.environ.get("EXIFTOOL") or shutil.which("exiftool")
    if not command:
        return ""
    version = subprocess.run([command, "-ver"], capture_output=True, text=True, check=False).stdout
    return command if int(version.partition(".")[0] or 0) >= NEWEST_NEEDED else ""


EXIFTOOL = _find_exiftool()

# Groups that exiftool reads from the coded picture, from the file system, or from what is kept on purpose.
STRUCTURE = {"SourceFile", "ExifTool", "System", "File", "Composite", "JFIF", "ICC-header", "ICC_Profile", "ICC-chrm"}
KEPT_TAGS = {
    "IFD0:Orientation",
    "Adobe:DCTEncodeVersion",
    "Adobe:APP14Flags0",
    "Adobe:APP14Flags1",
    "Adobe:ColorTransform",
    "PNG-pHYs:PixelUnits",
    "PNG-pHYs:PixelsPerUnitX",
    "PNG-pHYs:PixelsPerUnitY",
    *(
        f"PNG:{name}"
        for name in ("ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace")
    ),
    *(
        f"PNG:{name}"
        for name in ("ProfileName", "Gamma", "BackgroundColor", "SignificantBits", "Palette", "Transparency")
    ),
    *(f"PNG:{name}{axis}" for name in ("Red", "Green", "Blue", "WhitePoint") for axis in "XY"),
    *(f"PNG:{name}" for name in ("AnimationFrames", "AnimationPlays", "SRGBRendering")),
    *(f"RIFF:{name}" for name in ("ImageWidth", "ImageHeight", "VP8Version", "HorizontalScale", "VerticalScale")),
    *(f"RIFF:{name}" for name in ("WebP_Flags", "AlphaPreprocessing", "AlphaFiltering", "AlphaCompression")),
    *(f"RIFF:{name}" for name in ("BackgroundColor", "AnimationLoopCount", "Duration", "AlphaIsUsed")),
    *(f"GIF:{name}" for name in ("GIFVersion", "ImageWidth", "ImageHeight", "HasColorMap", "ColorResolutionDepth")),
    *(f"GIF:{name}" for name in ("BitsPerPixel", "BackgroundColor", "PixelAspectRatio", "TransparentColor")),
    *(f"GIF:{name}" for name in ("FrameCount", "Duration", "AnimationIterations")),
    *(f"Jpeg2000:{name}" for name in ("MajorBrand", "MinorVersion", "CompatibleBrands")),
}
# The numbers that say how the pixels of a TIFF are stored and shown; in other formats they would be private.
_TIFF_NAMES = (
    *("SubfileType", "ImageWidth", "ImageHeight", "BitsPerSample", "Compression", "PhotometricInterpretation"),
    *("FillOrder", "StripOffsets", "Orientation", "SamplesPerPixel", "RowsPerStrip", "StripByteCounts"),
    *("XResolution", "YResolution", "PlanarConfiguration", "ResolutionUnit", "PageNumber", "Predictor"),
    *("WhitePoint", "PrimaryChromaticities", "ExtraSamples", "SampleFormat"),
)
TIFF_TAGS = {f"{directory}:{name}" for directory in ("IFD0", "IFD1") for name in _TIFF_NAMES}
# How a HEIC or AVIF is coded and shown, and the empty boxes in it. Its configuration exiftool gives byte by byte.
HEIF_TAGS = {
    *(f"Meta:{name}" for name in ("Free", "MetaImageSize", "PrimaryItemReference", "Unknown_idat")),
    *(
        f"QuickTime:{name}"
        for name in (
            *("MajorBrand", "MinorVersion", "CompatibleBrands", "HandlerType", "Free", "Unknown_free"),
            *("MediaData", "MediaDataSize", "MediaDataOffset", "AuxiliaryImageType", "CleanAperture", "Rotation"),
            *("ImagePixelDepth", "ImageSpatialExtent", "PixelAspectRatio", "MirrorAxis", "ColorProfiles"),
            *("ColorPrimaries", "TransferCharacteristics", "MatrixCoefficients", "VideoFullRangeFlag"),
            *("MaxContentLightLevel", "MaxPicAverageLightLevel", "AV1ConfigurationVersion", "HEVCConfigurationVersion"),
            *("SeqProfile", "SeqLevelIdx0", "SeqTier0", "HighBitDepth", "TwelveBit", "ChromaFormat"),
            *("ChromaSamplePosition", "InitialDelaySamples", "BitDepthChroma", "BitDepthLuma", "AverageFrameRate"),
            *("ConstantFrameRate", "ConstraintIndicatorFlags", "GenProfileCompatibilityFlags", "GeneralLevelIDC"),
            *("GeneralProfileIDC", "GeneralProfileSpace", "GeneralTierFlag", "MinSpatialSegmentationIDC"),
            *("NumTemporalLayers", "ParallelismType", "TemporalIDNested"),
        )
    ),
}
_HEVC_BYTES = "QuickTime:QuickTime_HEVCConfig_0x"
FREE_OF_NAMES = {
    "ICC_Profile:ProfileDescription": "RGB",
    "ICC_Profile:ProfileCopyright": "CC0",
    "PNG:ProfileName": "icc",
    "Jpeg2000:MajorBrand": "JPEG XL Image (.JXL)",
    "Jpeg2000:MinorVersion": "0.0.0",
    "Jpeg2000:CompatibleBrands": ["jxl "],
}
PRIVATE_FILE_TAGS = {"File:Comment", "File:LinkedProfileName"}


def private_tags(folder: Path) -> list[tuple[str, str, object]]:
    """File name, tag and value of everything private that exiftool finds in a folder of clean files."""
    found = subprocess.run(
        [EXIFTOOL, "-j", "-G1", "-a", "-u", "-U", "-s", "-r", folder], capture_output=True, check=False
    )
    private = []
    for tags in json.loads(found.stdout):
        for name, value in tags.items():
            is_structure = name.partition(":")[0] in STRUCTURE and name not in PRIVATE_FILE_TAGS
            is_kept = name in KEPT_TAGS or (name in TIFF_TAGS and tags["SourceFile"].endswith(".tif"))
            is_kept = is_kept or name in HEIF_TAGS or name.startswith(_HEVC_BYTES)
            is_kept = is_kept or is_of_movie(name, value)
            is_expected = FREE_OF_NAMES.get(name, value) == value
            if not (is_structure or is_kept) or not is_expected:
                private.append((Path(tags["SourceFile"]).name, name, value))
    return private
