"""How the site is served: waitress or granian, what comes in, and how it stops."""
