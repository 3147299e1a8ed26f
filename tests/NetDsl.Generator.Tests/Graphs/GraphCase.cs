using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Graphs;

/// <summary>A graph as a user declares it, and the reference that it should agree with.</summary>
/// <param name="Reference">The graph in double precision.</param>
/// <param name="Declaration">Blocks, and the class <c>Net</c>.</param>
/// <param name="Loss">The loss that the declaration ends with.</param>
internal sealed record GraphCase(ReferenceGraph Reference, string Declaration, ReferenceLoss? Loss)
{
    /// <summary>Products of several layers, whose rounding errors a later one may enlarge; normalisation divides by small deviations.</summary>
    private const double Tolerance = 1e-4;

    private readonly Lazy<CompiledProject> project = new(() => GeneratorHarness.Run("using NetDsl;\n" + Declaration).Load());

    public CompiledNetwork Network() => project.Value.Network("Net");

    /// <summary>Compares prediction, every activation and every gradient, of the main output and of all losses together.</summary>
    public void Check(int batch) => GraphComparison.Run(Reference, Network(), Loss, batch, seed: batch, Tolerance);

    /// <summary>Compares the reference's own backward pass with central differences, at some values of the input and of every parameter.</summary>
    public void CheckReference() => GradientCheck.Run(Reference, batch: 3, seed: 1, choices: 5);
}
