"""What goes wrong around the site: the database, the disk, the clock, the network. Each recovers without a hand."""
