using System.Diagnostics;
using System.Globalization;
using NetDsl;

namespace ClassicNetworks;

/// <summary>Predicts one picture and trains some steps on pictures that are made up, so that nothing has to be downloaded.</summary>
/// <param name="Steps">Training steps.</param>
/// <param name="Batch">Pictures of a step; the same ones every time, so that the loss falls.</param>
/// <param name="Rate">How far the weights go in a step.</param>
/// <param name="Seed">Decides first weights and pictures.</param>
internal sealed record Demonstration(int Steps, int Batch, double Rate, int Seed)
{
    /// <summary>Does both, and returns the losses before every step and after the last.</summary>
    public IReadOnlyList<float> Run<TNetwork>(CancellationToken token)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        var network = TNetwork.Create(Seed);
        (float[] pictures, int[] labels) = MadeUpPictures.Draw(Seed, Batch, TNetwork.InputLength, TNetwork.OutputLength);
        Predict(network, pictures.AsSpan(0, TNetwork.InputLength));
        if (Steps == 0)
        {
            return [];
        }

        using TrainingPass pass = network.CreateTrainingPass(Batch);
        var optimizer = new Sgd(Rate, momentum: 0.9);
        var losses = new List<float>();
        for (int step = 0; step < Steps; step++)
        {
            token.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            losses.Add(pass.ForwardBackward(pictures, labels));
            optimizer.Step(network.Parameters);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step {step + 1}: loss {losses[^1]:0.0000}, {clock.Elapsed.TotalSeconds:0.00} s"));
        }

        return losses;
    }

    private static void Predict<TNetwork>(TNetwork network, ReadOnlySpan<float> picture)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        var output = new float[TNetwork.OutputLength];
        var clock = Stopwatch.StartNew();
        network.Predict(picture, output);
        double first = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        network.Predict(picture, output);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"one picture predicted in {clock.Elapsed.TotalMilliseconds:0.0} ms (the first time, with compilation and packing, {first:0} ms); sum of the probabilities {output.Sum():0.000}"));
    }
}
