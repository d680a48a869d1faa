"""Briefer: from dropped articles to a briefing in the post, on the user's own machine.

One road runs through the package: `importers` read files into an `Article`; `text`, `summarizers`
and `actors` find sentences, summaries and actors in it; `storage` keeps these facts and the user's
decisions apart; `services` do the work the window and the command line ask for; `exporters` write
the composed document. `model` holds the words all of them share; `ui` shows and asks.
"""

__version__ = "0.1.0"
