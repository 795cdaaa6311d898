"""Adviesvraag: a short text to read out on the phone."""

from triggerfactors.ui import advice_request_page

advice_request_page.show()
