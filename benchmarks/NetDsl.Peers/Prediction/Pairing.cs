using NetDsl.Peers.OnnxRuntime;

namespace NetDsl.Peers;

/// <summary>A network ready to run here and, with ONNX Runtime at hand, there.</summary>
internal sealed class Pairing(Action ours, float[] output, OnnxRuntimeSession? session) : IDisposable
{
    public Action Ours => ours;

    public Action? Theirs => session is null ? null : session.Run;

    /// <summary>Runs both once.</summary>
    /// <returns>The largest difference of the outputs over their largest value; null without ONNX Runtime.</returns>
    public double? Difference()
    {
        ours();
        if (session is null)
        {
            return null;
        }

        session.Run();
        float[] expected = session.Output();
        if (expected.Length != output.Length)
        {
            throw new InvalidDataException($"The network gives {output.Length} values, its ONNX graph {expected.Length}: the two do not describe the same layers");
        }

        double difference = 0, largest = 0;
        for (int i = 0; i < output.Length; i++)
        {
            difference = Math.Max(difference, Math.Abs(output[i] - expected[i]));
            largest = Math.Max(largest, Math.Abs(expected[i]));
        }

        return difference / largest;
    }

    public void Dispose() => session?.Dispose();
}
