using System.Diagnostics;

namespace NetDsl.Peers;

/// <summary>What a network should take in memory when one thread predicts, in bytes, by its own constants.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Parameters">The parameters as they are saved.</param>
/// <param name="Packed">Weights in the order in which kernels read them.</param>
/// <param name="Activations">The arena of one thread.</param>
/// <param name="Scratch">What kernels keep to themselves, of one thread.</param>
/// <param name="Prepare">Makes a prediction ready to run.</param>
internal sealed record Footprint(string Name, long Parameters, long Packed, long Activations, long Scratch, Func<Action> Prepare)
{
    public const string Task = "memory";

    // Enough that pages are touched and kernels compiled.
    private const int Predictions = 3;

    /// <summary>Everything that can be measured.</summary>
    public static IReadOnlyList<Footprint> All { get; } = Catalogue.Footprints();

    public long Sum => Parameters + Packed + Activations + Scratch;

    public static Footprint Of<TNetwork>(string name, long parameters, long packed, long activations, long scratch)
        where TNetwork : class, INetwork<TNetwork> => new(name, parameters, packed, activations, scratch, () =>
        {
            TNetwork network = TNetwork.Create(seed: 1);
            network.Threads = 1;
            float[] input = MadeUp.Input(TNetwork.InputLength);
            var output = new float[TNetwork.OutputLength];
            return () => network.PredictLogits(input, output);
        });

    /// <summary>Bytes of resident memory before the network, growth after some predictions, and the growth of the largest ever.</summary>
    public static double[] Measure(string name)
    {
        Footprint footprint = All.Single(footprint => footprint.Name == name);
        using var process = Process.GetCurrentProcess();
        double before = process.WorkingSet64;
        Action predict = footprint.Prepare();
        for (int prediction = 0; prediction < Predictions; prediction++)
        {
            predict();
        }

        process.Refresh();
        GC.KeepAlive(predict);
        return [before, process.WorkingSet64 - before, process.PeakWorkingSet64 - before];
    }
}
