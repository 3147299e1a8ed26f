namespace NetDsl.Runtime;

/// <summary>The loss at a network's end.</summary>
public enum LossKind
{
    /// <summary>The user brings the output's gradient.</summary>
    None = 0,

    /// <summary>Softmax and cross-entropy against a class or a distribution.</summary>
    SoftmaxCrossEntropy = 1,

    /// <summary>Mean of the squared differences to a target.</summary>
    MeanSquaredError = 2,

    /// <summary>Posterior probability of a class from distances, against a class or a distribution.</summary>
    MaximumAPosteriori = 3,
}

/// <summary>A layer's output as <see cref="TrainingPass.Activation"/> finds it.</summary>
/// <param name="Name">The layer's path.</param>
/// <param name="Layout">Where it stands within a group, in cells of 16 samples.</param>
/// <param name="Linear">Which recomputation puts it there, or -1 where the forward pass did.</param>
public sealed record ActivationPlan(string Name, CellLayout Layout, int Linear = -1);

/// <summary>A further head: its place within a group, and the weight of its loss.</summary>
/// <param name="Name">The given name.</param>
/// <param name="LossWeight">Factor on its loss.</param>
/// <param name="Output">Where the input of its loss stands.</param>
/// <param name="Gradient">Where the gradient of that goes.</param>
public sealed record HeadPlan(string Name, double LossWeight, CellLayout Output, CellLayout Gradient);

/// <summary>The literals of a network's training that the pass needs; written by the generator.</summary>
/// <param name="Network">The network's name, for messages.</param>
/// <param name="InputShape">The input's shape in words.</param>
/// <param name="Input">Where the samples stand within a group.</param>
/// <param name="Output">Where the input of the loss stands.</param>
/// <param name="OutputGradient">Where its gradient goes.</param>
/// <param name="InputGradient">Where the gradient with respect to the samples stands.</param>
/// <param name="Heads">Further outputs that the loss applies to.</param>
/// <param name="Activations">Every layer's output.</param>
/// <param name="Loss">What closes the network.</param>
/// <param name="Classes">Values that a softmax at the end runs over.</param>
/// <param name="GroupFloats">Memory of one group of 16 samples, or of one sample where cells hold channels.</param>
/// <param name="ScratchFloats">Memory of each thread beside the groups, for what kernels keep to themselves.</param>
/// <param name="UpdatesStatistics">Whether a forward pass changes parameters, as moving averages are.</param>
/// <param name="RubbishPenalty">The constant of <see cref="LossKind.MaximumAPosteriori"/>.</param>
/// <param name="GroupSamples">Samples of a group: 16, or 1 where a cell holds 16 channels of one sample.</param>
/// <param name="PackedFloats">Memory that the team shares beside the groups, for weights in another order.</param>
public sealed record PassPlan(
    string Network,
    string InputShape,
    CellLayout Input,
    CellLayout Output,
    CellLayout OutputGradient,
    CellLayout InputGradient,
    HeadPlan[] Heads,
    ActivationPlan[] Activations,
    LossKind Loss,
    int Classes,
    int GroupFloats,
    int ScratchFloats,
    bool UpdatesStatistics,
    double RubbishPenalty = 0,
    int GroupSamples = 16,
    int PackedFloats = 0);
