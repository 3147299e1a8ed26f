"""Training steps in torch, with the columns of NetDsl's `peers train`.

Usage: OMP_WAIT_POLICY=PASSIVE python3 torch_training.py [NAME...] [--threads N] [--seconds S]

Each is measured with activations channels first and channels last; the faster of the two is printed.
"""
import argparse
import time

import torch
from torch import nn
import torch.nn.functional as F

FEWEST_STEPS = 5


class BasicBlock(nn.Module):
    """Two 3x3 convolutions beside a shortcut (He et al. 2015)."""

    def __init__(self, channels, width, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels, width, 3, stride, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(True),
            nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))
        self.shortcut = nn.Identity() if channels == width and stride == 1 else nn.Sequential(
            nn.Conv2d(channels, width, 1, stride, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        return F.relu(self.body(x) + self.shortcut(x), inplace=True)


def lenet5():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.ReLU(True), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(True), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(True), nn.Linear(120, 84), nn.ReLU(True), nn.Linear(84, 10))


def resnet18():
    blocks, channels = [], 64
    for width in (64, 128, 256, 512):
        for stride in (1 if width == 64 else 2, 1):
            blocks.append(BasicBlock(channels, width, stride))
            channels = width
    return nn.Sequential(
        nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(True), nn.MaxPool2d(3, 2, 1),
        *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


def network_step(net, x):
    """Forward, loss, backward, and descent with momentum."""
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
    labels = torch.arange(len(x)) % 10

    def step():
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(net(x), labels).backward()
        optimizer.step()
    return step


def layer_step(layer, x):
    """Forward and backward: the gradients of weights, bias and input."""
    x.requires_grad_(True)
    gradient = torch.randn_like(layer(x))

    def step():
        layer.zero_grad(set_to_none=True)
        x.grad = None
        layer(x).backward(gradient)
    return step


# Name, model, shape of a sample, batch, step.
STEPS = [
    ("lenet5", lenet5, (1, 32, 32), 64, network_step),
    ("conv3x3-64-64-56", lambda: nn.Conv2d(64, 64, 3, padding=1), (64, 56, 56), 1, layer_step),
    ("conv3x3-64-64-56", lambda: nn.Conv2d(64, 64, 3, padding=1), (64, 56, 56), 8, layer_step),
    ("resnet18", resnet18, (3, 224, 224), 8, network_step),
]


def multiplies(model, shape):
    """Multiplications of one sample in convolutions and dense layers."""
    total = 0

    def count(layer, _, output):
        nonlocal total
        total += output.numel() * layer.weight[0].numel()
    for layer in model.modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            layer.register_forward_hook(count)
    with torch.no_grad():
        model.eval()(torch.zeros(1, *shape))
    return total


def measure(step, seconds):
    """Seconds of a step, sorted."""
    step()
    step()
    times, start = [], time.perf_counter()
    while len(times) < FEWEST_STEPS or time.perf_counter() - start < seconds:
        begin = time.perf_counter()
        step()
        times.append(time.perf_counter() - begin)
    return sorted(times)


def median(times):
    return times[len(times) // 2]


names = list(dict.fromkeys(name for name, *_ in STEPS))
parser = argparse.ArgumentParser(description="Times training steps in torch, with the columns of `peers train`.")
parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to time; all unless named: {', '.join(names)}")
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--seconds", type=float, default=3)
options = parser.parse_args()
unknown = [name for name in options.names if name not in names]
if unknown:
    parser.error(f"{', '.join(unknown)}: not one of {', '.join(names)}")

torch.manual_seed(1)
torch.set_num_threads(options.threads)
print(f"torch {torch.__version__}, {options.threads} thread(s), {options.seconds:g} s each")
print(f"{'':20}{'batch':>8}{'best ms':>12}{'median ms':>12}{'samples/s':>12}{'GFLOP/s':>10}")
for name, make, shape, batch, make_step in STEPS:
    if options.names and name not in options.names:
        continue
    runs = []
    for order in (torch.contiguous_format, torch.channels_last):
        model = make().train().to(memory_format=order)
        x = torch.rand(batch, *shape).mul(2).sub(1).contiguous(memory_format=order)
        runs.append(measure(make_step(model, x), options.seconds))
    times = min(runs, key=median)
    samples = batch / median(times)
    print(f"{name:20}{batch:8}{times[0] * 1e3:12.3f}{median(times) * 1e3:12.3f}{samples:12.1f}{6e-9 * multiplies(make(), shape) * samples:10.1f}", flush=True)
