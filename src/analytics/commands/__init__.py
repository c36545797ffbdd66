"""Commands of the command line that take more than a call of the library, a module each."""
