"""The scripts of the timeline as a test calls them: what a page loads first, put in front of the test's own steps."""

MODULES = """const base = document.querySelector('script[src$="/start.js"]').src.replace('start.js', 'modules/')
  const [address, data, days, match, filtering] = await Promise.all(
    ['address', 'event_columns', 'days', 'text_match', 'filtering'].map(name => import(base + name + '.js')))
  const events = await data.load(base.replace('modules/', ''))
  await Promise.all([events.loadWords(), ...events.index.pieces.map((_, number) => events.loadIndex(number))])
"""
