"""Casusoverleg on screen: one team, one screen, one sheet."""
