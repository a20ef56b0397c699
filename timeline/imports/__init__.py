"""Tables and bibliographies of others as a draft of a record, with a word on every value that could not be carried.

Nothing is made up here: no title, no kind, no day. What a file does not say is left out, and `check` asks for it in its
own words; what a file says and a record has no place for stands above the draft's records, value by value, with the
reason.
"""
