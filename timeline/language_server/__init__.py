"""A language server (LSP 3.17): faults while a record is typed, and what stands behind its ids, in any editor.

Only `server` speaks the protocol. Lines and columns count from 0 here, in characters.
"""
