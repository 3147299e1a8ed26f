using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Kernels;

/// <summary>
/// Training of convolutions with many channels in networks whose other layers want samples in the lanes, as padding by itself does here: the
/// samples are computed one after the other all the same.
/// </summary>
public sealed class ManyChannelTests
{
    private static readonly Dictionary<string, ReferenceNetwork> Networks = new()
    {
        ["3x3 same, between activations"] = new(new(6, 7, 16), [ReferenceActivation.Tanh(), new ReferenceConv2d(3, 3, 32, same: true), ReferenceActivation.Sigmoid(), new ReferenceConv2d(3, 3, 16), new ReferenceZeroPad(0, 1, 0, 0)]),
        ["3x3 stride 2"] = new(new(9, 12, 32), [new ReferenceConv2d(new Window2d(3, 3) { Same = true, StrideHeight = 2, StrideWidth = 2 }, 48), ReferenceActivation.Tanh(), new ReferenceZeroPad(0, 1, 0, 0)]),
        ["1x1"] = new(new(5, 5, 256), [new ReferenceConv2d(1, 1, 96) { Bias = false }, new ReferenceZeroPad(0, 1, 0, 0)]),
        ["uneven pads and windows"] = new(new(7, 6, 32), [new ReferenceConv2d(new Window2d(2, 4) { Pads = new(0, 2, 3, 1) }, 16), new ReferenceZeroPad(0, 1, 0, 0)]),
        ["rows of one column"] = new(new(20, 3, 48), [new ReferenceConv2d(3, 3, 32), ReferenceActivation.Relu(), new ReferenceZeroPad(0, 1, 0, 0)]),
    };

    private static readonly NetworkBundle Bundle = new(Networks);

    public static TheoryData<string, InstructionLevel, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, InstructionLevel, int>();
            foreach (string name in Networks.Keys)
            {
                rows.Add(name, InstructionLevel.Vector512, 3);
                rows.Add(name, InstructionLevel.Vector256, 19);
                rows.Add(name, InstructionLevel.Vector128, 16);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string name, InstructionLevel level, int batch) =>
        NetworkComparison.Run(Networks[name], Bundle.Network(name, level), batch, seed: batch);

    [Fact]
    public void Gives_the_same_bits_with_any_number_of_threads()
    {
        ReferenceNetwork reference = Networks["3x3 same, between activations"];
        float[][] gradients = [.. new[] { 1, 2, 3 }.Select(threads =>
        {
            CompiledNetwork network = Bundle.Network("3x3 same, between activations", InstructionLevel.Widest);
            using TrainingPass pass = network.CreateTrainingPass(20, threads);
            float[] output = pass.Forward([.. Enumerable.Range(0, 20 * network.InputLength).Select(i => MathF.Sin(i))]).ToArray();
            pass.Backward(output);
            return (float[])[.. output, .. pass.InputGradient, .. reference.Parameters.SelectMany(parameter => Gradient(network, parameter))];
        })];
        Assert.Equal(gradients[0], gradients[1]);
        Assert.Equal(gradients[0], gradients[2]);
    }

    private static float[] Gradient(CompiledNetwork network, ReferenceParameter parameter)
    {
        var gradient = new float[parameter.Gradient.Length];
        network.Parameters[parameter.Name].CopyGradientTo(gradient);
        return gradient;
    }
}
