"""Pictures of pages: made upright, freed of seals, recognised."""
