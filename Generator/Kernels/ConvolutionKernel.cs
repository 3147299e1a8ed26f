namespace NetDsl.Generator.Kernels;

/// <summary>A convolution of one sample, whatever the algorithm: it packs the filters once and reads the packed ones.</summary>
internal abstract record ConvolutionKernel : Kernel
{
    /// <summary>Room for the packed weights, enough for every level.</summary>
    public abstract int PackedFloats { get; }
}
