"""Migrations: one file in `versions/` for each change of the tables, oldest first; Alembic runs them."""
