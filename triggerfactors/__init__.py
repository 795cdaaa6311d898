"""Triggerwijzer: van een zorg om een jongere naar een overzicht dat helpt."""

__version__ = "0.1.0"
