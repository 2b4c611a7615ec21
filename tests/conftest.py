"""What all tests share: how long a property may look for a counter-example."""

from hypothesis import settings

# A busy machine is no counter-example, and a test that fails does so again.
settings.register_profile("workbench", deadline=None, derandomize=True)
settings.load_profile("workbench")
