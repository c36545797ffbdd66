"""What a collection is, without SQL: where its files come from, whose they are, which report is current."""
