"""The record in forms that other programs read: bibliographies, linked data, JSON."""
