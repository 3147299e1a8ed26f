using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Everything that is decided about a sound network; what follows only prints.</summary>
internal sealed record NetworkPlan(ShapedNetwork Network, EquatableArray<PlannedParameter> Parameters, InferenceProgram Inference, TrainingProgram? Training)
{
    /// <summary>Activation memory of predicting one sample.</summary>
    public long InferenceBytes => Inference.ArenaFloats * sizeof(float);

    /// <summary>Activations and gradients of one sample's backward pass; 0 without training.</summary>
    public long TrainingBytes => Training?.SampleBytes ?? 0;

    /// <summary>The kernels that the network calls, each once, in the order of first use.</summary>
    public IEnumerable<Kernel> Kernels => Inference.Steps
        .Concat(Inference.Group?.Steps ?? EquatableArray<Step>.Empty)
        .Concat(Training is null ? [] : Training.Forward.Concat(Training.Backward).Concat(Training.BackwardToInput))
        .Select(step => step.Kernel)
        .OfType<Kernel>()
        .Distinct();

    public static NetworkPlan Of(ShapedNetwork network) => new(
        network,
        PlannedParameter.Of(network).ToEquatableArray(),
        InferencePlanner.Plan(network),
        network.Model.Training ? TrainingPlanner.Plan(network) : null);
}

/// <summary>A parameter with its place in the parameter block.</summary>
/// <param name="Name">Layer path and tensor name.</param>
/// <param name="Offset">Floats from the start of the block; parameters start at multiples of 16.</param>
/// <param name="Model">The tensor.</param>
internal sealed record PlannedParameter(string Name, long Offset, ParameterModel Model)
{
    public string Constant => Name.Replace('.', '_');

    public static IEnumerable<PlannedParameter> Of(ShapedNetwork network)
    {
        long offset = 0;
        foreach (ShapedLayer layer in network.Layers)
        {
            foreach (ParameterModel parameter in layer.Operation.Parameters)
            {
                yield return new PlannedParameter($"{layer.Name}.{parameter.Name}", offset, parameter);
                offset = MemoryPlan.RoundUp(offset + parameter.Length, Level.CellFloats);
            }
        }
    }
}
