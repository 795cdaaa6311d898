"""The shell of every HTML file we hand out: Dutch, complete in itself, nothing to load or run."""

from html import escape

# The file itself may load nothing and run nothing, whatever someone typed into it.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def self_contained(title: str, style: str, body: str) -> bytes:
    """A UTF-8 page with this style and body; the body is HTML that is escaped already."""
    text = (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="generator" content="Triggerwijzer">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return text.encode("utf-8", "replace")
