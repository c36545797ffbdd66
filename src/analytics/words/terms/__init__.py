"""Words of the field: statuses, editions, groups, units, notes."""
