using NetDsl.Generator.Kernels;

namespace NetDsl.Generator.Planning;

/// <summary>Where a kernel writes the gradient of its input.</summary>
/// <param name="Steps">The list that the step belongs to: the gradient of the network's input is computed on request.</param>
/// <param name="Pointer">The gradient's memory.</param>
/// <param name="Value">The value whose gradient it is.</param>
/// <param name="Derivative">The activation whose derivative is still to be applied; null where there is none, or where several gradients are summed first.</param>
internal sealed record GradientTarget(List<Step> Steps, string Pointer, int Value, ActivationSpec? Derivative);
