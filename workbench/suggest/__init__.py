"""What the text itself tells about an annotation."""
