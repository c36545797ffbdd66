"""What was read of each file, kept until its reader or its bytes change."""
