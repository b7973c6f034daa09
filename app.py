"""The app object. ``python app.py`` serves it, ``python app.py --lan`` to a class network."""

import os
import sys

from safety import create_app, create_command_app
from safety.config import Config, ConfigError
from safety.library.faults import ContentError

# `flask --app app` reads this file too, and has arguments of its own.
arguments = sys.argv[1:] if __name__ == "__main__" else []
if arguments not in ([], ["--lan"]):
    sys.exit("Usage: python app.py [--lan]")
try:
    config = Config.read(os.environ, lan="--lan" in arguments)
    app = create_app(config)
except ConfigError as error:
    sys.exit(str(error))
except OSError as error:
    where = f" at {error.filename}" if error.filename else ""
    sys.exit(
        f"The site cannot be prepared: {error.strerror}{where}. The folder INSTANCE needs room, and to be writable."
    )
except ContentError as error:
    if "FLASK_RUN_FROM_CLI" not in os.environ:
        sys.exit(str(error))
    app = create_command_app(config)

if __name__ == "__main__":
    from safety.web.serving.serve import serve

    serve(app, config)
