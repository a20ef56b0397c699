"""What every form of the site says alike: addresses, words, and what the publisher has set."""
