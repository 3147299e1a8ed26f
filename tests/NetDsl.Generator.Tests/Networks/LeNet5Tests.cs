using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Networks;

/// <summary>The whole of LeNet-5 in its two usual forms, at every instruction level.</summary>
public sealed class LeNet5Tests
{
    /// <summary>Five layers of rounding, each on the scale of the largest value, stay within a few of the single layer's bound.</summary>
    private const double Tolerance = 5e-5;

    private static readonly Dictionary<string, ReferenceNetwork> Networks = new()
    {
        ["tanh and mean"] = LeNet5(ReferenceActivation.Tanh(), new ReferenceAvgPool2d(2, 2)),
        ["relu and maximum"] = LeNet5(ReferenceActivation.Relu(), new ReferenceMaxPool2d(2, 2)),
    };

    private static readonly NetworkBundle Bundle = new(Networks);

    public static TheoryData<string, InstructionLevel, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, InstructionLevel, int>();
            foreach (string name in Networks.Keys)
            {
                foreach (InstructionLevel level in Enum.GetValues<InstructionLevel>())
                {
                    rows.Add(name, level, 1);
                    rows.Add(name, level, 3);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Agrees_with_the_reference(string name, InstructionLevel level, int batch) =>
        NetworkComparison.Run(Networks[name], Bundle.Network(name, level), batch, seed: 11, Tolerance);

    [Fact]
    public void Loss_and_gradients_of_a_step_agree() => NetworkComparison.Step(
        Networks["relu and maximum"], Bundle.Network("relu and maximum", InstructionLevel.Widest), labels: [7, 2], seed: 3, Tolerance);

    private static ReferenceNetwork LeNet5(ReferenceLayer activation, ReferenceLayer pool) => new(
        new(32, 32, 1),
        [
            new ReferenceConv2d(5, 5, 6) { Name = "C1" }, activation, pool,
            new ReferenceConv2d(5, 5, 16), activation, pool,
            new ReferenceDense(120), activation,
            new ReferenceDense(84), activation,
            new ReferenceDense(10),
        ],
        new ReferenceSoftmaxCrossEntropy());
}
