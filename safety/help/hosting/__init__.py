"""Who hosts a site, for the command line: a link in, and where a notice about it can be sent out."""
