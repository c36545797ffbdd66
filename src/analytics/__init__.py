"""CountyScope: annual disclosure reports of Chinese counties, read exactly."""
