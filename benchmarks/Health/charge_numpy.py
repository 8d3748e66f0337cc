"""Steps a second of the same four-state extended Kalman filter in numpy; prints one number."""
import time

import numpy as np

OCV = 3.1 + 1.05 * np.linspace(0, 1, 201)
NODES = np.array([0, 0.3, 1.0])
OHMIC, TRANSFER, FAST, SLOW = np.array([[.02, .02, .02], [.01, .008, .008], [.02, .015, .015], [.03, .02, .02]])
ACTIVATION = np.array([1028.0, 5833.0, 1822.0])
GRID = np.linspace(0, 1, 201)


def run(ampere, volt, celsius):
    keep = np.exp(-1 / np.array([20.0, 400.0, 300.0]))
    f = np.diag([1, *keep])
    q = np.diag([1e-10, 1e-8, 1e-8, 2.5e-3 * (1 - keep[2] ** 2)])
    x, p = np.array([.9, 0, 0, 0]), np.diag([1e-4, .09, .09, 4e-4])
    identity = np.eye(4)
    for k in range(len(ampere)):
        i = ampere[k]
        if k:
            x = f @ x + i * np.array([1 / 10800, 1 - keep[0], 1 - keep[1], 0])
            p = f @ p @ f.T + q
        cold = np.exp(ACTIVATION * (1 / (celsius[k] + 273.15) - 1 / 298.15))
        s = min(max(x[0], 0), 1)
        thermal = 2 * 8.314462618 / 96485.33212 * (celsius[k] + 273.15)
        fast, slow = np.interp(s, NODES, FAST) * cold[2], np.interp(s, NODES, SLOW) * cold[2]
        over = (np.interp(s, NODES, OHMIC) * cold[0] * i + thermal * np.arcsinh(np.interp(s, NODES, TRANSFER) * cold[1] * i / thermal)
                + fast * x[1] + slow * x[2])
        h = np.array([1.05, fast, slow, 1])
        g = p @ h
        r = 1.6e-3 + .04 * over * over
        gain = g / (h @ g + r)
        x = x + gain * (volt[k] - np.interp(s, GRID, OCV) - over - x[3])
        a = identity - np.outer(gain, h)
        p = a @ p @ a.T + r * np.outer(gain, gain)
    return x


rng = np.random.default_rng(5)
n = 20000
ampere = np.repeat(2 * (rng.random(n // 5) - .52), 5)
volt = 3.1 + 1.05 * (.9 + np.cumsum(ampere) / 10800) + .05 * ampere
celsius = 25 + 5 * np.sin(np.arange(n) / 900)
run(ampere[:2000], volt[:2000], celsius[:2000])
best = float("inf")
for _ in range(3):
    start = time.perf_counter()
    run(ampere, volt, celsius)
    best = min(best, time.perf_counter() - start)
print(n / best)
