"""A report in each output format, one module a format."""
