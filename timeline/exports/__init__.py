"""The record in forms that other programs read; `registry` lists them."""
