"""How hard a password is to guess: measured here, kept nowhere, told in codes and in plain words."""
