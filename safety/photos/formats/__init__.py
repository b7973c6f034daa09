"""One module per format, and what each is made of: from a source to a plan. Nothing is decoded."""
