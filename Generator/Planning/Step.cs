using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>A literal that the emitted steps use by name.</summary>
/// <param name="Name">Its identifier.</param>
/// <param name="Value">Floats from the start of its block.</param>
/// <param name="Comment">What stands there.</param>
internal sealed record Constant(string Name, long Value, string Comment);

/// <summary>A convolution's sizes and distances, which the emitted steps use by name.</summary>
/// <param name="Name">Its identifier.</param>
/// <param name="Literal">The arguments that make it.</param>
internal sealed record WindowConstant(string Name, string Literal);

/// <summary>One call of a kernel in an emitted pass.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Call">The statement.</param>
/// <param name="Kernel">The kernel called; null for a call of the runtime.</param>
/// <param name="Barrier">Whether the team meets afterwards, because the next step reads what this one writes.</param>
internal sealed record Step(string Layer, string Call, Kernel? Kernel, bool Barrier)
{
    /// <summary>Memory that every thread needs for the step.</summary>
    public long ScratchFloats { get; init; } = Kernel?.ScratchFloats ?? 0;

    /// <summary>Memory that the team needs for the step, for weights in another order.</summary>
    public long PackedFloats { get; init; }

    public static Step Of(string layer, Kernel kernel, string method, bool barrier, params string[] arguments) =>
        new(layer, $"{kernel.Name}.{method}({string.Join(", ", arguments)});", kernel, barrier);
}

/// <summary>Where a value stands, as the runtime's CellLayout says it; the constant names its first value.</summary>
internal readonly record struct ValueLayout(string Constant, int Height, int Width, int Channels, int RowPitch, int PlanePitch);

/// <summary>One declared layer as TrainingPass.Activation finds it.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Layout">Where its output stands.</param>
/// <param name="Linear">Which recomputation gives it, or -1 where it is kept.</param>
internal sealed record ActivationPlace(string Name, ValueLayout Layout, int Linear);

/// <summary>A further head of the network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="LossWeight">Factor on its loss.</param>
/// <param name="Output">Where its output stands.</param>
/// <param name="Gradient">Where the output's gradient goes.</param>
internal sealed record HeadPlace(string Name, double LossWeight, ValueLayout Output, ValueLayout Gradient);
