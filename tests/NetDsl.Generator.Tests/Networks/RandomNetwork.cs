using FsCheck;
using FsCheck.Fluent;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Networks;

/// <summary>Small sequential networks in which every layer fits on the one before.</summary>
public static class RandomNetwork
{
    private const int MostLayers = 6, MostWeights = 20_000;

    /// <summary>A network drawn from the seed alone, so that a failure names everything that is needed to repeat it.</summary>
    public static ReferenceNetwork Draw(int seed)
    {
        var random = new Random(seed);
        ReferenceShape input = random.Next(5) == 0
            ? ReferenceShape.Features(random.Next(1, 40))
            : new(random.Next(1, 14), random.Next(1, 14), random.Next(1, 19));
        var layers = new List<ReferenceLayer>();
        ReferenceShape shape = input;
        int wanted = random.Next(1, MostLayers + 1);
        while (layers.Count < wanted)
        {
            ReferenceLayer layer = Layer(random, shape);
            ReferenceShape output = layer.Output(shape);
            bool fits = output.Length > 0 && layer.Parameters(shape).All(p => p.Shape.Aggregate(1L, (a, b) => a * b) <= MostWeights);
            if (fits)
            {
                layers.Add(layer);
                shape = output;
            }
        }

        ReferenceLoss? loss = random.Next(3) switch
        {
            0 => new ReferenceMeanSquaredError(),
            1 => shape.IsVector ? new ReferenceSoftmaxCrossEntropy() : null,
            _ => null,
        };
        return new ReferenceNetwork(input, layers, loss);
    }

    /// <summary>Seeds for FsCheck to draw; they do not shrink, since a smaller seed is no simpler network.</summary>
    public static Arbitrary<int> Seeds => Arb.From(Gen.Choose(0, int.MaxValue - 1), _ => []);

    private static ReferenceLayer Layer(Random random, ReferenceShape shape) => (shape.IsVector ? random.Next(6, 14) : random.Next(14)) switch
    {
        0 or 1 or 2 => Convolution(random, shape),
        3 => new ReferenceMaxPool2d(Window(random, shape, pool: true)),
        4 => new ReferenceAvgPool2d(Window(random, shape, pool: true)),
        5 => new ReferenceGlobalAvgPool2d(),
        6 => new ReferenceFlatten(),
        7 or 8 => new ReferenceDense(random.Next(1, 40)) { Bias = random.Next(4) != 0 },
        9 => ReferenceActivation.Relu(),
        10 => ReferenceActivation.LeakyRelu(0.25),
        11 => ReferenceActivation.Tanh(),
        12 => ReferenceActivation.Sigmoid(),
        _ => random.Next(2) == 0 ? ReferenceActivation.ScaledTanh() : new ReferenceSoftmax(),
    };

    private static ReferenceConv2d Convolution(Random random, ReferenceShape shape)
    {
        int groups = shape.Channels % 2 == 0 && random.Next(4) == 0 ? 2 : 1;
        Window2d window = Window(random, shape, pool: false) with { DilationHeight = random.Next(1, 3), DilationWidth = random.Next(1, 3) };
        return new(window, groups * random.Next(1, 20)) { Groups = groups, Bias = random.Next(4) != 0 };
    }

    private static Window2d Window(Random random, ReferenceShape shape, bool pool)
    {
        int height = random.Next(1, Math.Min(5, shape.Height) + 1), width = random.Next(1, Math.Min(5, shape.Width) + 1);
        var window = new Window2d(height, width) { StrideHeight = random.Next(1, 4), StrideWidth = random.Next(1, 4) };
        return random.Next(3) switch
        {
            0 => window with { Same = true },
            1 => window with { Pads = new(Pad(height), Pad(height), Pad(width), Pad(width)), Ceil = pool && random.Next(2) == 0 },
            _ => window,
        };

        // A pool's padding stays below its window.
        int Pad(int kernel) => random.Next(Math.Min(3, kernel));
    }
}
