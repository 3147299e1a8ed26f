namespace NetDsl.Tests;

public class LabeledSamplesTests
{
    [Fact]
    public void Samples_are_found_by_index()
    {
        var samples = new LabeledSamples([1, 2, 3, 4, 5, 6, 7, 8], [0, 2], 2, 2, 1);
        Assert.Equal((2, 4, 3), (samples.Count, samples.SampleLength, samples.Classes));
        Assert.Equal([5, 6, 7, 8], samples.Sample(1).ToArray());
        Assert.Equal(2, samples.Label(1));
    }

    [Fact]
    public void A_slice_shares_the_memory_and_keeps_the_classes()
    {
        float[] values = [1, 2, 3, 4, 5, 6];
        LabeledSamples slice = new LabeledSamples(values, [0, 1, 5], sampleLength: 2).Slice(1, 1);
        values[2] = 30;
        Assert.Equal([30, 4], slice.Samples.ToArray());
        Assert.Equal((1, 6), (slice.Count, slice.Classes));
        Assert.Throws<ArgumentOutOfRangeException>(() => slice.Slice(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => slice.Slice(-1, 1));
    }

    [Fact]
    public void Lengths_must_agree()
    {
        Assert.Contains("1,023 values; expected a multiple of 1,024 (32 x 32 x 1)", Message(() => new LabeledSamples(new float[1023], [0], 32, 32, 1)), StringComparison.Ordinal);
        Assert.Contains("2 samples and 1 labels", Message(() => new LabeledSamples(new float[8], [0], 2, 2, 1)), StringComparison.Ordinal);
        Assert.Contains("0 x 2 x 1", Message(() => new LabeledSamples([], [], 0, 2, 1)), StringComparison.Ordinal);
        Assert.Contains("at most", Message(() => new LabeledSamples([], [], 1 << 20, 1 << 20, 1 << 20)), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_must_be_classes()
    {
        Assert.Contains("sample 1 is 3; labels must be from 0 to 2", Message(() => new LabeledSamples(new float[2], [0, 3], 1, classes: 3)), StringComparison.Ordinal);
        Assert.Contains("sample 0 is -1; labels must be at least 0", Message(() => new LabeledSamples(new float[1], [-1], 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_must_agree_too()
    {
        var samples = new TargetSamples([1, 2, 3, 4], [5, 6], sampleLength: 2, targetLength: 1);
        var target = new float[1];
        samples.CopyTarget(1, target);
        Assert.Equal([6], target);
        Assert.Contains("2 samples and 1 targets", Message(() => new TargetSamples([1, 2, 3, 4], [5, 6], 2, 2)), StringComparison.Ordinal);
        Assert.Contains("expected a multiple of 3", Message(() => new TargetSamples([1, 2, 3, 4], [5, 6], 2, 3)), StringComparison.Ordinal);
    }

    private static string Message(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
}
