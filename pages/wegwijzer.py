"""Wegwijzer: whom to call, all organisations, who does what."""

from triggerfactors.ui import referral_page

referral_page.show()
