"""What a view is made of: its address, the build behind it, what a session keeps."""
