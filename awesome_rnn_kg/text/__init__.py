"""Text with places: sources, spans, rules, diagnostics and their renderers."""
