"""A report's document as published, with its facts marked: a page without scripts that stands beside a chart."""
