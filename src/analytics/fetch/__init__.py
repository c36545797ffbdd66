"""Addresses of published reports → files of a raw folder, with a row of its source list for each.

Politely: what ``robots.txt`` forbids is left alone, each host is asked at its own pace and later where it says so, and
what is there already is not downloaded again. Connections go to public addresses only, unless a host is allowed by
name. What the documents say is not known here beyond whether a page holds a report.
"""
