"""The app object. ``python app.py`` serves it."""

import os
import sys

from safety import create_app, create_command_app
from safety.config import Config, ConfigError
from safety.library.faults import ContentError

try:
    config = Config.read(os.environ)
    app = create_app(config)
except ConfigError as error:
    sys.exit(str(error))
except ContentError as error:
    if "FLASK_RUN_FROM_CLI" not in os.environ:
        sys.exit(str(error))
    app = create_command_app(config)

if __name__ == "__main__":
    from safety.web.serve import serve

    serve(app, config)
