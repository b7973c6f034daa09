"""What exiftool may find in a clean file: what shows the picture, and the neutral names. All else is private."""

import json
import os
import shutil
import subprocess
from pathlib import Path

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
}
FREE_OF_NAMES = {
    "ICC_Profile:ProfileDescription": "RGB",
    "ICC_Profile:ProfileCopyright": "CC0",
    "PNG:ProfileName": "icc",
}
PRIVATE_FILE_TAGS = {"File:Comment"}


def private_tags(folder: Path) -> list[tuple[str, str, object]]:
    """File name, tag and value of everything private that exiftool finds in a folder of clean files."""
    found = subprocess.run(
        [EXIFTOOL, "-j", "-G1", "-a", "-u", "-U", "-s", "-r", folder], capture_output=True, check=False
    )
    private = []
    for tags in json.loads(found.stdout):
        for name, value in tags.items():
            is_structure = name.partition(":")[0] in STRUCTURE and name not in PRIVATE_FILE_TAGS
            is_expected = FREE_OF_NAMES.get(name, value) == value
            if not (is_structure or name in KEPT_TAGS) or not is_expected:
                private.append((Path(tags["SourceFile"]).name, name, value))
    return private
