namespace NetDsl.Tests;

public class TransformTests
{
    private static readonly float[] Ramp = [.. Enumerable.Range(0, 25).Select(i => (float)i)];

    [Fact]
    public void A_shift_moves_whole_pixels_and_fills_the_gap()
    {
        foreach (BorderMode border in Enum.GetValues<BorderMode>())
        {
            for (int index = 0; index < 20; index++)
            {
                float[] moved = Apply(new RandomShift(2, border), Ramp, 5, 1, index);
                (int down, int right) = Find(moved);
                for (int i = 0; i < 25; i++)
                {
                    (int row, int column) = (i / 5 - down, i % 5 - right);
                    bool outside = row is < 0 or > 4 || column is < 0 or > 4;
                    float expected = outside && border == BorderMode.Zero ? 0 : 5 * Math.Clamp(row, 0, 4) + Math.Clamp(column, 0, 4);
                    Assert.Equal(expected, moved[i]);
                }
            }
        }

        // The pixel of value 12 is the middle one, which no shift of 2 drives out.
        static (int Down, int Right) Find(float[] moved)
        {
            int at = Array.IndexOf(moved, 12f);
            return (at / 5 - 2, at % 5 - 2);
        }
    }

    [Fact]
    public void A_flip_mirrors_pixels_with_their_channels()
    {
        Assert.Equal([4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7], Apply(new RandomFlip(1, 0), [.. Ramp[..12]], 2, 2));
        Assert.Equal([6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5], Apply(new RandomFlip(0, 1), [.. Ramp[..12]], 2, 2));
        Assert.Equal(Ramp, Apply(new RandomFlip(0, 0), Ramp, 5, 1));
    }

    [Fact]
    public void Crops_cut_parts_out()
    {
        Assert.Equal([6, 7, 8, 11, 12, 13, 16, 17, 18], Apply(new CenterCrop(3, 3), Ramp, 5, 1));
        var corners = new HashSet<float>();
        for (int index = 0; index < 200; index++)
        {
            float[] part = Apply(new RandomCrop(3, 3), Ramp, 5, 1, index);
            Assert.Equal(part[0] + 12, part[8]);
            corners.Add(part[0]);
        }

        Assert.Equal(9, corners.Count);
        Assert.Contains("6 x 6", Assert.Throws<ArgumentException>(() => new RandomCrop(6, 6).OutputShape(new SampleShape(5, 5, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_affine_map_without_amounts_changes_nothing_and_a_turn_keeps_the_middle()
    {
        Assert.Equal(Ramp, Apply(new RandomAffine(0), Ramp, 5, 1));
        for (int index = 0; index < 10; index++)
        {
            Assert.Equal(12, Apply(new RandomRotation(180), Ramp, 5, 1, index)[12], 1e-4f);
        }
    }

    [Fact]
    public void A_quarter_turn_of_a_linear_picture_is_linear_too()
    {
        // Of all angles up to 180 degrees the nearest drawn one to a right angle; a linear picture turns into a linear one.
        (int index, double angle) = Enumerable.Range(0, 2000)
            .Select(i => (i, angle: new SampleRandom(1, 1, i).Between(-180, 180)))
            .MinBy(entry => Math.Abs(entry.angle - 90));
        float[] turned = Apply(new RandomAffine(180), Ramp, 5, 1, index);
        for (int row = 1; row < 4; row++)
        {
            for (int column = 1; column < 4; column++)
            {
                double down = row - 2, right = column - 2, radians = angle * Math.PI / 180;
                double x = Math.Cos(radians) * right - Math.Sin(radians) * down, y = Math.Sin(radians) * right + Math.Cos(radians) * down;
                Assert.Equal(5 * (2 + y) + 2 + x, turned[5 * row + column], 1e-3);
            }
        }
    }

    [Fact]
    public void A_cutout_covers_a_square()
    {
        float[] ones = [.. Enumerable.Repeat(1f, 100)];
        for (int index = 0; index < 50; index++)
        {
            int covered = Apply(new Cutout(4), ones, 10, 1, index).Count(value => value == 0);
            Assert.InRange(covered, 4, 16);
        }

        Assert.Equal(ones, Apply(new Cutout(4, probability: 0), ones, 10, 1));
    }

    [Fact]
    public void Normalised_data_have_mean_0_and_deviation_1()
    {
        LabeledSamples data = Colours(50);
        var normalised = new TransformedDataset(data, [new Normalize(ChannelStatistics.Compute(data))]);
        ChannelStatistics statistics = ChannelStatistics.Compute(normalised);
        Assert.All(statistics.Mean, mean => Assert.Equal(0, mean, 1e-5));
        Assert.All(statistics.StandardDeviation, deviation => Assert.Equal(1, deviation, 1e-5));
    }

    [Fact]
    public void Statistics_are_those_of_a_plain_sum()
    {
        LabeledSamples data = Colours(600);
        ChannelStatistics statistics = ChannelStatistics.Compute(data);
        for (int channel = 0; channel < 3; channel++)
        {
            double[] values = [.. Enumerable.Range(0, data.Samples.Length / 3).Select(i => (double)data.Samples[3 * i + channel])];
            double mean = values.Average();
            Assert.Equal(mean, statistics.Mean[channel], 1e-9);
            Assert.Equal(Math.Sqrt(values.Average(value => (value - mean) * (value - mean))), statistics.StandardDeviation[channel], 1e-9);
        }
    }

    [Fact]
    public void Lighting_adds_one_colour_to_all_pixels_whose_covariance_is_that_of_the_data()
    {
        LabeledSamples data = Colours(100);
        ChannelStatistics statistics = ChannelStatistics.Compute(data);
        var lighting = new PcaLighting(statistics, deviation: 0.5);
        var sums = new double[3, 3];
        const int Draws = 20_000;
        for (int index = 0; index < Draws; index++)
        {
            float[] changed = Apply(lighting, new float[6], 1, 3, index);
            Assert.Equal(changed[..3], changed[3..]);
            for (int i = 0; i < 9; i++)
            {
                sums[i / 3, i % 3] += changed[i / 3] * (double)changed[i % 3] / Draws;
            }
        }

        for (int i = 0; i < 9; i++)
        {
            Assert.Equal(0.25 * statistics.Covariance(i / 3, i % 3), sums[i / 3, i % 3], 0.02 * statistics.Covariance(0, 0));
        }
    }

    [Fact]
    public void Seed_epoch_and_sample_decide_and_nothing_else()
    {
        LabeledSamples data = Colours(40);
        ImageTransform[] all = [new RandomFlip(), new RandomAffine(20, 0.2, 0.1, 1), new RandomShift(1), new PcaLighting(ChannelStatistics.Compute(data)), new Cutout(1)];
        var (one, two) = (new TransformedDataset(data, all, seed: 5, new Mixup()), new TransformedDataset(data, all, seed: 5, new Mixup()));
        float[][] expected = [.. Enumerable.Range(0, 40).Select(index => Copy(one, 3, index))];
        Parallel.For(0, 400, i => Assert.Equal(expected[i % 40], Copy(two, 3, i % 40)));
        Assert.NotEqual(expected[7], Copy(one, 4, 7));
        Assert.NotEqual(expected[7], Copy(new TransformedDataset(data, all, seed: 6, new Mixup()), 3, 7));
    }

    [Theory]
    [InlineData("A random shift in pixels is -1; it must be from 0 to 4096")]
    [InlineData("The largest angle of a random turn in degrees is NaN; it must be from 0 to 180")]
    [InlineData("The probability of a horizontal flip is 2; it must be from 0 to 1")]
    [InlineData("The alpha of mixup is 0; it must be from 0.01 to 2")]
    [InlineData("The size of a cutout is 0; it must be from 1 to 4096")]
    public void Arguments_are_named(string message)
    {
        Action[] wrong = [() => _ = new RandomShift(-1), () => _ = new RandomAffine(double.NaN), () => _ = new RandomFlip(2), () => _ = new Mixup(0), () => _ = new Cutout(0)];
        Assert.Contains(message, wrong.Select(make => Assert.Throws<ArgumentOutOfRangeException>(make).Message));
    }

    internal static LabeledSamples Colours(int count)
    {
        var random = new SampleRandom(9, 0, 0);
        var samples = new float[count * 12];
        for (int i = 0; i < samples.Length; i += 3)
        {
            double shared = random.Normal();
            (samples[i], samples[i + 1], samples[i + 2]) = ((float)(3 + shared), (float)(shared + 0.3 * random.Normal()), (float)(-1 + 0.5 * random.Normal()));
        }

        return new LabeledSamples(samples, [.. Enumerable.Range(0, count).Select(i => i % 4)], 2, 2, 3);
    }

    private static float[] Copy(TransformedDataset data, int epoch, int index)
    {
        var sample = new float[data.SampleLength];
        data.CopySample(epoch, index, sample);
        return sample;
    }

    private static float[] Apply(ImageTransform transform, float[] values, int height, int channels, int index = 0)
    {
        var data = new LabeledSamples(values, [0], height, values.Length / height / channels, channels);
        var sample = new SampleBuffer();
        var shape = new SampleShape(data.Height, data.Width, channels);
        values.CopyTo(sample.Begin(shape));
        SampleShape expected = transform.OutputShape(shape);
        transform.Apply(sample, new SampleRandom(1, 1, index));
        Assert.Equal(expected, sample.Shape);
        return sample.Values.ToArray();
    }
}
