"""CPU-seconds of one thread for a task of Quality in numpy and scipy: score, mewma, stream, rules or structure. Prints the best of several rounds; with memory behind it, the megabytes that the work takes at its peak."""
import sys
import time

import numpy as np

ROWS, SIGNALS, COMPONENTS, CHUNK = 1_000_000, 52, 11, 8192


def best(work, rounds):
    if "memory" in sys.argv:
        return peak(work)
    work()
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


def peak(work):
    """Megabytes at most beyond what was there before."""
    import tracemalloc
    work()
    tracemalloc.start()
    work()
    return tracemalloc.get_traced_memory()[1] / 1e6


def made_rows():
    rng = np.random.default_rng(1)
    return rng.standard_normal((ROWS, SIGNALS)) @ (rng.standard_normal((SIGNALS, SIGNALS)) / 7)


def score():
    x = made_rows()
    mean, deviation = x[:2000].mean(0), x[:2000].std(0, ddof=1)
    _, values, directions = np.linalg.svd((x[:2000] - mean) / deviation, full_matrices=False)
    variances, loadings = values[:COMPONENTS] ** 2 / 1999, np.ascontiguousarray(directions[:COMPONENTS].T)

    def work():
        for at in range(0, ROWS, CHUNK):
            z = (x[at:at + CHUNK] - mean) / deviation
            t = z @ loadings
            squares = t * t
            (squares / variances).sum(1)
            (z * z).sum(1) - squares.sum(1)

    return best(work, 7)


def mewma():
    from scipy import signal
    x = made_rows()
    mean, inverse = x[:2000].mean(0), np.linalg.inv(np.cov(x[:2000].T))

    def work():
        z = signal.lfilter([0.1], [1, -0.9], x - mean, axis=0)
        ((z @ inverse) * z).sum(1) * (1.9 / 0.1)

    return best(work, 3)


def stream():
    x = made_rows()[:100_000]
    mean, inverse = x[:2000].mean(0), np.linalg.inv(np.cov(x[:2000].T))

    def work():
        z, most = np.zeros(SIGNALS), 0.0
        for row in x:
            z = 0.1 * (row - mean) + 0.9 * z
            most = max(most, z @ inverse @ z)

    return best(work, 2)


def rules():
    z = np.random.default_rng(2).standard_normal(10_000_000)

    def held(hits, points, least):
        counts = np.convolve(hits.astype("f4"), np.ones(points, "f4"), "full")[:len(hits)]
        return (counts >= least - 0.5) & hits

    def work():
        return [np.abs(z) > 3, *(held(hits, points, least) for hits, points, least in (
            (z > 2, 3, 2), (z < -2, 3, 2), (z > 1, 5, 4), (z < -1, 5, 4), (z > 0, 8, 8), (z < 0, 8, 8)))]

    return best(work, 3)


def structure():
    """Skeleton by PC with conditioning sets of at most one variable, 500 rows of 98 columns; all pairs at once, no stations."""
    x = np.random.default_rng(3).standard_normal((500, 98)) @ (np.random.default_rng(4).standard_normal((98, 98)) / 14 + np.eye(98))
    limit0, limit1 = (np.tanh(2.5758 / np.sqrt(500 - k - 3)) for k in (0, 1))

    def work():
        r = np.corrcoef(x.T)
        joined = (np.abs(r) > limit0) & ~np.eye(98, dtype=bool)
        start = joined.copy()
        rest = np.sqrt(np.maximum(1 - r * r, 1e-12))
        for z in range(98):
            partial = (r - np.outer(r[:, z], r[:, z])) / np.outer(rest[:, z], rest[:, z])
            beside = start[:, z]
            joined &= ~((np.abs(partial) <= limit1) & (beside[:, None] | beside[None, :]))
        return joined

    return best(work, 9)


print({"structure": structure, "score": score, "mewma": mewma, "stream": stream, "rules": rules}[sys.argv[1]]())
