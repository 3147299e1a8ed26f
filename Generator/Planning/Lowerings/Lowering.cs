using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>How one kind of operation becomes calls of kernels; stateless, one instance for each kind.</summary>
internal abstract class Lowering
{
    private static readonly Dictionary<Type, Lowering> ByOperation = new()
    {
        [typeof(Activation)] = new ActivationLowering(),
        [typeof(Addition)] = new AdditionLowering(),
        [typeof(Concatenation)] = new ConcatenationLowering(),
        [typeof(Convolution)] = new ConvolutionLowering(),
        [typeof(DepthwiseConvolution)] = new ConvolutionLowering(),
        [typeof(Dropping)] = new DropoutLowering(),
        [typeof(Flattening)] = new FlatteningLowering(),
        [typeof(FullyConnected)] = new DenseLowering(),
        [typeof(GlobalPooling)] = new GlobalPoolLowering(),
        [typeof(Normalization)] = new NormalizationLowering(),
        [typeof(Pooling)] = new PoolLowering(),
        [typeof(RadialBasis)] = new RadialBasisLowering(),
        [typeof(ResponseNormalization)] = new ResponseNormalizationLowering(),
        [typeof(SoftmaxFunction)] = new SoftmaxLowering(),
        [typeof(Subsampling)] = new SubsamplingLowering(),
        [typeof(TransposedConvolution)] = new VolumeLowering(),
        [typeof(VolumeConvolution)] = new VolumeLowering(),
        [typeof(Upsampling)] = new UpsamplingLowering(),
        [typeof(VolumePooling)] = new VolumePoolLowering(),
        [typeof(ZeroPadding)] = new ZeroPadLowering(),
    };

    public static Lowering Of(Operation operation) => ByOperation.TryGetValue(operation.GetType(), out Lowering lowering)
        ? lowering
        : throw new InvalidOperationException($"No kernels for {operation.GetType().Name}");

    /// <summary>How the kernels see their inputs.</summary>
    public virtual InputForm Form(Operation operation) => InputForm.Cells;

    /// <summary>Whether the output stands as the input does, whatever the operation calls its shape.</summary>
    public virtual bool KeepsForm => false;

    /// <summary>Whether the kernels can apply an activation to what they compute.</summary>
    public virtual bool Fuses => false;

    /// <summary>Whether the inference kernel can add a further value to its result before the activation.</summary>
    public virtual bool AddsResidual => false;

    /// <summary>Whether prediction can fold a batch normalisation behind it into its parameters.</summary>
    public virtual bool Folds(Operation operation) => false;

    /// <summary>Whether the inference kernel can write cells that lie further apart than its channels, as within a concatenation.</summary>
    public virtual bool WritesApart => false;

    /// <summary>Whether the inference kernel reads nothing beyond its input's values, so that they may be the caller's memory.</summary>
    public virtual bool ReadsOnlyValues(Operation operation) => false;

    /// <summary>Where the gradient of an input comes from.</summary>
    public virtual GradientFlow Flow => GradientFlow.Kernel;

    /// <summary>The zeros that the kernels want around their input.</summary>
    public virtual Halo HaloOf(Operation operation, PlanOptions options) => default;

    /// <summary>Floats that training keeps beside the output from the forward to the backward pass, in cells of a group.</summary>
    public virtual long KeptCells(Operation operation) => 0;

    /// <summary>Floats that the backward pass needs while it is at this step, in cells of a group.</summary>
    public virtual long ScratchCells(Fusion fusion, PlanNode node, TrainingForm form) => 0;

    /// <summary>Adds the steps that compute one sample.</summary>
    public abstract void Infer(InferencePlanner plan, PlanNode node);

    /// <summary>Adds the steps that compute a batch.</summary>
    public virtual void Forward(TrainingPlanner plan, PlanNode node) => plan.AddForward(ForwardStep(plan, node, plan.Y(node), activate: true));

    /// <summary>The step that computes the output; without a fused activation where a user asks for the sums themselves.</summary>
    public abstract Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate);

    /// <summary>Adds the steps that compute the gradients of the parameters.</summary>
    public virtual void ParameterGradients(TrainingPlanner plan, PlanNode node)
    {
    }

    /// <summary>Adds the steps that compute the gradient of the input; operations of another flow have none.</summary>
    public virtual void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
    }

    /// <summary>The argument that tells a kernel whether to apply its activation; none where it has none.</summary>
    protected static string[] Flag(PlanNode node, bool activate) => node.Fused is null ? [] : [activate ? "activate: true" : "activate: false"];
}
