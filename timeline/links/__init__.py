"""Whether the addresses of a record still lead to their documents, and whether somebody keeps a copy.

The only part of this program that asks other machines anything. What it finds is written into the ledger beside the
record, which pages and checks read; the record itself stays as people wrote it.
"""
