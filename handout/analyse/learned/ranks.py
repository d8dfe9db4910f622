"""Ranks of rows among each other, as one more number of each."""


def add_rank(rows: list[list[float]], column: int) -> None:
    """Append to each row its rank by one number: 0 for the highest, 1 the lowest."""
    order = sorted(range(len(rows)), key=lambda n: (-rows[n][column], n))
    size = max(1, len(rows) - 1)
    for rank, n in enumerate(order):
        rows[n].append(rank / size)
