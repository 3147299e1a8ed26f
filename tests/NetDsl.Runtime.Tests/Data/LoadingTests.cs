using System.Collections.Concurrent;

namespace NetDsl.Tests;

public class LoadingTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 0)]
    [InlineData(16, 16)]
    [InlineData(100, 0)]
    public void Batches_are_those_of_the_order(int capacity, int done)
    {
        var source = new Slow(100);
        int[] order = [.. Enumerable.Range(0, 100).Select(i => 99 - i)];
        using var loader = new BatchLoader(source, capacity);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            loader.Begin(epoch, order, done);
            for (int at = done; at < 100; at += capacity)
            {
                int count = Math.Min(capacity, 100 - at);
                float[] batch = loader.Take(count);
                Assert.Equal(order.AsSpan(at, count).ToArray().Select(index => 1000f * epoch + index), batch.Take(count));
            }
        }
    }

    [Fact]
    public void An_epoch_that_was_broken_off_is_forgotten()
    {
        var source = new Slow(100);
        int[] order = [.. Enumerable.Range(0, 100)];
        using var loader = new BatchLoader(source, 8);
        loader.Begin(1, order, 0);
        loader.Take(8);
        loader.Begin(2, order, 40);
        Assert.Equal(Enumerable.Range(2040, 8).Select(i => (float)i), loader.Take(8));
    }

    [Fact]
    public void A_sample_that_cannot_be_made_fails_in_its_own_batch()
    {
        int[] order = [.. Enumerable.Range(0, 100)];
        using var loader = new BatchLoader(new Slow(100, broken: 43), 10);
        loader.Begin(1, order, 0);
        for (int batch = 0; batch < 4; batch++)
        {
            loader.Take(10);
        }

        Assert.Equal("sample 43", Assert.Throws<InvalidDataException>(() => loader.Take(10)).Message);
    }

    [Theory]
    [InlineData(10, 1, 320)]
    [InlineData(10, 500_000, 40)]
    public void Batches_are_made_ahead_as_far_as_memory_goes(int capacity, int sampleLength, int expected)
    {
        var source = new Slow(1000, sampleLength: sampleLength);
        using var loader = new BatchLoader(source, capacity);
        loader.Begin(1, Enumerable.Range(0, 1000).ToArray(), 0);
        Assert.True(SpinWait.SpinUntil(() => source.Made == expected, TimeSpan.FromSeconds(20)));
        Thread.Sleep(20);
        Assert.Equal(expected, source.Made);
    }

    [Fact]
    public void Batches_that_are_ready_are_not_waited_for()
    {
        var source = new Slow(100);
        using var loader = new BatchLoader(source, 10);
        loader.Begin(1, Enumerable.Range(0, 100).ToArray(), 0);
        Assert.True(SpinWait.SpinUntil(() => source.Made == 100, TimeSpan.FromSeconds(20)));
        for (int batch = 0; batch < 10; batch++)
        {
            loader.Take(10);
        }

        Assert.InRange(loader.Waited.TotalSeconds, 0, 0.1);
    }

    [Fact]
    public void Background_and_foreground_train_the_same_weights()
    {
        LabeledSamples data = Digits.Make(60);
        var options = new TrainerOptions { Optimizer = new Sgd(0.1), BatchSize = 8, Epochs = 3, Seed = 4 };
        (var plain, var loaded) = (new SoftmaxRegression(1), new SoftmaxRegression(1));
        TrainingHistory expected = new Trainer<SoftmaxRegression>(plain, options).Fit(data, data);
        options = options with { Optimizer = new Sgd(0.1) };
        TrainingHistory found = new Trainer<SoftmaxRegression>(loaded, options).Fit(new TransformedDataset(data, []), new TransformedDataset(data, []));
        Assert.Equal(expected.Last!.ValidationLoss, found.Last!.ValidationLoss);
        Assert.All(plain.Parameters, parameter => Assert.Equal(Values(parameter), Values(loaded.Parameters[parameter.Name])));
    }

    [Fact]
    public void Threads_end_with_the_training()
    {
        var network = new SoftmaxRegression(1) { BeforeStep = step => _ = step < 3 ? 0 : throw new InvalidOperationException("stop") };
        var witness = new Witness();
        var data = new TransformedDataset(Digits.Make(200), [witness]);
        Assert.Throws<InvalidOperationException>(() => new Trainer<SoftmaxRegression>(network, new TrainerOptions { BatchSize = 4 }).Fit(data));
        Assert.Contains(witness.Threads, thread => thread != Thread.CurrentThread);
        Assert.All(witness.Threads.Where(thread => thread != Thread.CurrentThread), thread => Assert.False(thread.IsAlive));
    }

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    // The trainer's own thread waits until another one has made a sample, which it would not have to on an idle machine.
    private sealed class Witness : ImageTransform
    {
        private readonly Thread trainer = Thread.CurrentThread;

        public ConcurrentBag<Thread> Threads { get; } = [];

        public override void Apply(SampleBuffer sample, SampleRandom random)
        {
            Threads.Add(Thread.CurrentThread);
            if (Thread.CurrentThread == trainer)
            {
                SpinWait.SpinUntil(() => Threads.Any(thread => thread != trainer), TimeSpan.FromSeconds(20));
            }
        }
    }

    // Sample i of epoch e is 1000 e + i; some take longer than others.
    private sealed class Slow(int count, int broken = -1, int sampleLength = 1) : IParallelDataset
    {
        private int made;

        public int Made => Volatile.Read(ref made);

        public int Count => count;

        public int SampleLength => sampleLength;

        public int Classes => 2;

        public int Label(int index) => index % 2;

        public void CopySample(int index, Span<float> destination) => CopySample(0, index, destination);

        public void CopySample(int epoch, int index, Span<float> destination)
        {
            if (index % 10 == 3)
            {
                Thread.Sleep(1);
            }

            destination[0] = index == broken ? throw new InvalidDataException($"sample {index}") : 1000 * epoch + index;
            Interlocked.Increment(ref made);
        }
    }
}
