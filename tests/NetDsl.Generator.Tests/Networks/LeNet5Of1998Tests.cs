using NetDsl.Networks;
using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Networks;

/// <summary>LeNet-5 as published: connection table, trainable subsampling, scaled tanh, distances from digits and the loss made for them.</summary>
public sealed class LeNet5Of1998Tests
{
    /// <summary>Eight layers of rounding, of which the last squares what comes in.</summary>
    private const double Tolerance = 1e-4;

    private const string Name = "LeNet-5 of 1998";

    private static readonly ReferenceNetwork Reference = new(
        new(32, 32, 1),
        [
            new ReferenceConv2d(5, 5, 6) { Name = "C1" }, ReferenceActivation.ScaledTanh(),
            new ReferenceTrainableSubsample2d(2, 2) { Name = "S2" }, ReferenceActivation.ScaledTanh(),
            new ReferenceConv2d(5, 5, 16) { Name = "C3", Connections = Rows(LeNetTables.C3) }, ReferenceActivation.ScaledTanh(),
            new ReferenceTrainableSubsample2d(2, 2) { Name = "S4" }, ReferenceActivation.ScaledTanh(),
            new ReferenceConv2d(5, 5, 120) { Name = "C5" }, ReferenceActivation.ScaledTanh(),
            new ReferenceDense(84) { Name = "F6" }, ReferenceActivation.ScaledTanh(),
            new ReferenceRbf(Rows(LeNetTables.Digits.Replace('#', '+').Replace('.', '-'))) { Name = "Distances" },
        ],
        new ReferenceMaximumAPosteriori());

    private static readonly NetworkBundle Bundle = new([new(Name, Reference)]);

    [Theory]
    [InlineData(InstructionLevel.Widest, 1)]
    [InlineData(InstructionLevel.Widest, 17)]
    [InlineData(InstructionLevel.Vector256, 3)]
    [InlineData(InstructionLevel.Vector128, 3)]
    public void Agrees_with_the_reference(InstructionLevel level, int batch) =>
        NetworkComparison.Run(Reference, Bundle.Network(Name, level), batch, seed: 5, Tolerance);

    [Theory]
    [InlineData(InstructionLevel.Widest, new[] { 3 })]
    [InlineData(InstructionLevel.Widest, new[] { 7, 2, 0, 9, 5, 5, 1, 8, 6, 4, 3, 2, 9, 0, 7, 1, 6, 8 })]
    [InlineData(InstructionLevel.Vector256, new[] { 0, 9 })]
    [InlineData(InstructionLevel.Vector128, new[] { 4, 1 })]
    public void Loss_and_gradients_of_a_step_agree(InstructionLevel level, int[] labels) =>
        NetworkComparison.Step(Reference, Bundle.Network(Name, level), labels, seed: 3, Tolerance);

    [Fact]
    public void The_reference_agrees_with_central_differences() => GradientCheck.Run(Reference, batch: 1, seed: 1, choices: 6);

    private static string[] Rows(string table) => table.Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries);
}
