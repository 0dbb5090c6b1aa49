"""Renewing: what some reports and rulings change in a record's key tables, table by table."""
