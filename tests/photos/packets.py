"""A second reader for films: what FFmpeg demuxes. Packets, times, how to decode them and which way up."""

import io

import av


def streams_of(content: bytes) -> list[tuple[object, ...]]:
    """Of each picture and sound: how to decode and show it, then its packets with their times.

    Raises: OSError, when FFmpeg cannot read the file.
    """
    try:
        with av.open(io.BytesIO(content)) as container:
            played = [stream for stream in container.streams if is_played(stream)]
            packets: dict[int, list[tuple[object, ...]]] = {stream.index: [] for stream in played}
            for packet in container.demux(played):
                if packet.size:
                    packets[packet.stream.index].append((packet.pts, packet.dts, packet.is_keyframe, bytes(packet)))
            return [(*described(stream), turn_of(content, stream), packets[stream.index]) for stream in played]
    except (av.FFmpegError, MemoryError) as error:
        raise OSError from error


def is_played(stream: av.stream.Stream) -> bool:
    """False for a cover, which FFmpeg shows as a film of one picture, and for all that is no picture or sound."""
    is_attached = bool(stream.disposition & av.stream.Disposition.attached_pic)
    return stream.type in ("video", "audio") and not is_attached


def described(stream: av.stream.Stream) -> tuple[object, ...]:
    """What a player knows of a stream before its first packet."""
    context = stream.codec_context
    size = (context.width, context.height) if stream.type == "video" else (context.sample_rate, context.channels)
    times = (stream.time_base, stream.start_time, stream.duration)
    return (stream.type, context.name, context.extradata, size, stream.disposition, times)


def turn_of(content: bytes, stream: av.stream.Stream) -> int | None:
    """Degrees by which the first picture is turned; None where there is none."""
    if stream.type != "video":
        return None
    with av.open(io.BytesIO(content)) as container:
        first = next(container.decode(container.streams[stream.index]), None)
        return None if first is None else int(first.rotation)
