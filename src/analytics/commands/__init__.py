"""Commands of the command line, by what they are about; ``cli`` has them all."""
