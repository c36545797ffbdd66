"""Documents as other programs make them, of the simulated reports: what a reader of our own files never meets.

``model`` says what a producer is, ``originals`` draws what they are given, ``prints``, ``texts`` and ``scans`` declare
them, ``workshop`` names all and runs each program once over many documents.
"""
