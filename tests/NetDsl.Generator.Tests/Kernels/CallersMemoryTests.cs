using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Kernels;

/// <summary>Kernels that read and write where the caller has the values.</summary>
public sealed class CallersMemoryTests
{
    private const string Source = """
        using NetDsl;
        [Network, Input(6, 7, 16), Conv2d(1, 1, 16), Relu, Conv2d(1, 1, 16)]
        public sealed partial class Net;
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Input_and_output_may_overlap(int samples)
    {
        CompiledNetwork network = GeneratorHarness.Run(Source).Load().Network("Net", seed: 4);
        int length = network.InputLength;
        float[] input = [.. Enumerable.Range(0, samples * length).Select(i => MathF.Sin(i))];
        float[] expected = network.Predict(input);
        foreach (int shift in new[] { 0, 1, length })
        {
            var memory = new float[((samples + 1) * length) + 1];
            input.CopyTo(memory, 0);
            network.Predict(memory.AsSpan(0, input.Length), memory.AsSpan(shift, input.Length));
            Assert.Equal(expected, memory[shift..(shift + input.Length)]);
        }
    }

    [Fact]
    public void Nothing_beside_the_output_is_written()
    {
        CompiledNetwork network = GeneratorHarness.Run(Source).Load().Network("Net", seed: 4);
        var memory = new float[network.OutputLength + 64];
        Array.Fill(memory, 7);
        network.Predict(new float[network.InputLength], memory.AsSpan(32, network.OutputLength));
        Assert.All(memory[..32].Concat(memory[^32..]), value => Assert.Equal(7, value));
    }
}
