"""Files made of boxes (ISO/IEC 14496-12): HEIC, HEIF and AVIF pictures, MP4, QuickTime and 3GP films."""
