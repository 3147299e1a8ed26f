namespace NetDsl;

/// <summary>Checks of what explanations are given.</summary>
internal static class ExplanationArgument
{
    public static void Check<TNetwork>(ReadOnlySpan<float> sample, int channels, int output)
        where TNetwork : class, INetwork<TNetwork>
    {
        if (sample.Length != TNetwork.InputLength)
        {
            throw new ArgumentException(
                $"The sample has {SampleGeometry.Text(sample.Length)} values; {typeof(TNetwork).Name} expects {SampleGeometry.Text(TNetwork.InputLength)}");
        }

        TransformArgument.Within(output, 0, TNetwork.OutputLength - 1, "The output to explain");
        if (channels < 1 || sample.Length % channels != 0)
        {
            throw new ArgumentException($"A sample of {SampleGeometry.Text(sample.Length)} values cannot have {SampleGeometry.Text(channels)} channels");
        }
    }
}
