"""How fast and how small the workbench is, each figure beside its floor.

`python -m benchmarks` prints the table of docs/performance.md. A floor is the least
that any program of this kind could do: beside it one sees how much of a figure is ours.
Nothing here is a test: a slow machine is no failure.
"""
