"""The web face of Triggerwijzer: ASGI entry, HTML shell, security headers and failures."""
