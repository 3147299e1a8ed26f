using NetDsl.Runtime;

namespace DigitRecognition.Digits;

/// <summary>
/// The random numbers of one picture. They depend on the seed and the picture's number alone, so pictures can be drawn
/// in any order and on any thread.
/// </summary>
internal sealed class Randomness(ulong key)
{
    private ulong drawn;

    public double Between(double low, double high) => low + (high - low) * CounterRandom.OpenUniform(key, drawn++);

    public int Below(int bound) => CounterRandom.Below(key, drawn++, bound);

    /// <summary>Almost normal, of deviation 1: a sum of four uniform numbers, exact on every machine as a logarithm is not.</summary>
    public double Normal() => Math.Sqrt(3) * (Between(-0.5, 0.5) + Between(-0.5, 0.5) + Between(-0.5, 0.5) + Between(-0.5, 0.5));
}
