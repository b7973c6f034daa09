"""For developers: writes the files under ``static/vendor`` again, and the list of what the site is made of."""
