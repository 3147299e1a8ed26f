"""One training epoch of LeNet-5 (tanh, mean pooling) in torch, to stand beside `NetDsl.Benchmarks epoch`.

Usage: python3 torch_lenet_epoch.py [SAMPLES] [BATCH] [EPOCHS] [THREADS]
"""
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

samples, batch, epochs, threads = ([int(a) for a in sys.argv[1:]] + [60_000, 64, 3, 2][len(sys.argv) - 1:])
torch.manual_seed(1)
torch.set_num_threads(threads)

net = nn.Sequential(
    nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2),
    nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
    nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))
optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
data = torch.rand(min(samples, 10_000), 1, 32, 32)
labels = torch.randint(0, 10, (samples,))

times = []
for _ in range(epochs):
    start = time.perf_counter()
    for first in range(0, samples, batch):
        count = min(batch, samples - first)
        at = first % (len(data) - batch + 1)
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(net(data[at:at + count]), labels[first:first + count]).backward()
        optimizer.step()
    times.append(time.perf_counter() - start)
times.sort()
print(f"torch {torch.__version__}, {threads} thread(s), {samples:,} samples, batch {batch}: best {times[0]:.2f} s, median {times[len(times) // 2]:.2f} s")
