"""What exiftool may find in a clean film: how picture and sound are stored and shown, with nothing where a time was."""

import re

_TRACK = re.compile(r"^Track\d+:")
_NO_TIME = "0000:00:00 00:00:00"
# Present in every film, and empty in a clean one.
_EMPTY = {
    **dict.fromkeys(("QuickTime:CreateDate", "QuickTime:ModifyDate"), _NO_TIME),
    **{f"Track:{name}{kind}Date": _NO_TIME for name in ("Track", "Media") for kind in ("Create", "Modify")},
    **{
        f"QuickTime:{name}": "0 s"
        for name in (
            *("PreviewTime", "PreviewDuration", "PosterTime"),
            *("SelectionTime", "SelectionDuration", "CurrentTime"),
        )
    },
    **dict.fromkeys(("QuickTime:Unknown_free", "Track:Unknown_free", "Track:EncoderVendor"), ""),
    "Track:MediaLanguageCode": "und",
}
_KEPT = {
    f"QuickTime:{name}"
    for name in (
        *("MovieHeaderVersion", "TimeScale", "Duration", "PreferredRate", "PreferredVolume", "MatrixStructure"),
        *("NextTrackID", "InitialObjectDescriptor", "MovieFragmentSequence"),
        *("Unknown_mfra", "Unknown_mvex", "Unknown_tfdt", "Unknown_tfhd", "Unknown_trun"),
    )
} | {
    f"Track:{name}"
    for name in (
        *("TrackHeaderVersion", "TrackID", "TrackDuration", "TrackLayer", "TrackVolume", "MatrixStructure"),
        *("ImageWidth", "ImageHeight", "CleanApertureDimensions", "ProductionApertureDimensions"),
        *("EncodedPixelsDimensions", "MediaHeaderVersion", "MediaTimeScale", "MediaDuration", "HandlerType"),
        *("HandlerClass", "GraphicsMode", "OpColor", "Balance", "Unknown_edts", "Unknown_alis", "Unknown_auxl"),
        *("CompressorID", "SourceImageWidth", "SourceImageHeight", "XResolution", "YResolution", "BitDepth"),
        *("OtherFormat", "AudioFormat", "AudioChannels", "AudioBitsPerSample", "AudioSampleRate", "EncoderVersion"),
        *("AVCConfiguration", "Unknown_av1C", "Unknown_esds", "Unknown_auxi", "Unknown_ccst", "Unknown_mp4a"),
        *("BufferSize", "MaxBitrate", "AverageBitrate", "PixelAspectRatio", "VideoFieldOrder", "LayoutFlags"),
        *("PurchaseFileFormat", "ColorProfiles", "ColorPrimaries", "TransferCharacteristics", "MatrixCoefficients"),
        *("VideoFullRangeFlag", "Unknown_colr", "QuickTime_OtherSampleDesc_0x0018"),
        *("SampleGroupDescription", "SampleToGroup", "SampleSizes", "SampleToChunk", "ChunkOffset", "ChunkOffset64"),
        *("SyncSampleTable", "TimeToSampleTable", "CompositionTimeToSample", "CompositionToDecodeTimelineMapping"),
        *("IdependentAndDisposableSamples", "VideoFrameRate"),
    )
}
# Numbers that exiftool gives byte by byte.
_KEPT_STARTS = ("Track:QuickTime_ChannelLayout_0x",)


def is_of_movie(name: str, value: object) -> bool:
    """True for a tag that a clean film may have with this value."""
    general = _TRACK.sub("Track:", name)
    if general in _EMPTY:
        return value == _EMPTY[general]
    return general in _KEPT or general.startswith(_KEPT_STARTS)
