"""What bench/photos.py compares with: the files, and the other tools."""
